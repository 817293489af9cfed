/** Something wrong with a pack: in which file, where in it, and what. */
export interface Problem {
  /** A file of the pack's folder, such as `routing.json`. */
  readonly file: string;
  /** Place in the file, such as `rules.3.tasks.0.kind`. */
  readonly path: string;
  readonly says: string;
}

export const problem = (file: string, path: string, says: string): Problem => ({
  file,
  path,
  says,
});

export const inWords = ({ file, path, says }: Problem): string =>
  `${file}${path ? ` ${path}` : ''}: ${says}`;

/** Values that stand more than once. */
export const doubled = (values: readonly string[]): readonly string[] => [
  ...new Set(values.filter((value, i) => values.indexOf(value) !== i)),
];
