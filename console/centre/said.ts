/** “REC-1, REC 2” as the codes that stand on the devices: no blanks in them. */
export const devicesIn = (said: string): string[] => [
  ...new Set(
    said
      .split(/[,;\n]/)
      .map((one) => one.trim().replaceAll(/\s+/g, '-'))
      .filter(Boolean),
  ),
];
