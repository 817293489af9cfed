/** A mail or text message that would have left the house. */
export interface OutgoingMessage {
  readonly at: string;
  readonly to: readonly string[];
  readonly from?: string;
  readonly subject?: string;
  readonly text: string;
}
