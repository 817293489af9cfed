const PEM = /-----BEGIN CERTIFICATE-----[\s\S]+?-----END CERTIFICATE-----/g;

/** The certificates in what somebody pasted, each by itself, as the hub takes them. */
export const certificatesIn = (pasted: string): string[] =>
  (pasted.match(PEM) ?? []).map((one) => `${one.trim()}\n`);
