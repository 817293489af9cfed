import people from '../shared/policy/ge/people.json' with { type: 'json' };

/** How long a token gives access before it must be refreshed. */
export const ACCESS_MINUTES = people.accessToken.amount;
/** How long a person stays signed in: then password and second factor are asked anew. */
export const SIGN_IN_HOURS = people.signIn.amount;
/** How long somebody who was invited has to sign in for the first time. */
export const INVITATION_HOURS = people.invitation.amount;
