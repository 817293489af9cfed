import { setTimeout as delay } from 'node:timers/promises';
import { oneOf, shuffled } from './chance.ts';
import type { World } from './world.ts';

/** Every function that has a part in a referral's way. */
const FUNCTIONS = [
  'referrals',
  'relay-journal',
  'route-referral',
  'append-feed',
  'reach-duty',
  'fire-clocks',
  'deliver-webhook',
] as const;

type Trouble = (world: Pick<World, 'hub'>, random: () => number) => () => void;

/** Records of the table's stream that come twice, not at all, or in another order. */
export const disturbedStream: Trouble = ({ hub }, random) =>
  hub.disturb('relay-journal', (records) =>
    shuffled(
      records.flatMap((record) => {
        const luck = random();
        if (luck < 0.25) return [];
        return luck < 0.5 ? [record, record] : [record];
      }),
      random,
    ),
  );

/** Messages that are lost after they were sent, or that come twice. */
export const disturbedQueues: Trouble = ({ hub }) => {
  const { faults } = hub.stores;
  const sends = ({ service }: { service: string }) => service === 'sqs';
  const ends = [
    faults.add({ when: sends, do: 'lose', probability: 0.25 }),
    faults.add({ when: sends, do: 'duplicate', probability: 0.3 }),
    faults.add({ when: sends, do: 'drop-after', probability: 0.1 }),
  ];
  return () => ends.forEach((end) => void end());
};

/** A table that collides, throttles, and breaks the line before or after the deed. */
export const disturbedTable: Trouble = ({ hub }) => {
  const { faults } = hub.stores;
  const writes = ({ operation }: { operation: string }) => /Write|Update|Put/.test(operation);
  const any = ({ service }: { service: string }) => service === 'dynamodb';
  const ends = [
    faults.add({ when: writes, do: 'conflict', probability: 0.15 }),
    faults.add({ when: any, do: 'throttle', probability: 0.05 }),
    faults.add({ when: any, do: 'drop-before', probability: 0.04 }),
    faults.add({ when: any, do: 'drop-after', probability: 0.06 }),
  ];
  return () => ends.forEach((end) => void end());
};

/** Functions killed at any moment, whatever they are doing. */
export const suddenDeath: Trouble = ({ hub }, random) => {
  let going = true;
  void (async () => {
    while (going) {
      await hub.killEnvironments(oneOf(FUNCTIONS, random));
      await delay(50 + 200 * random());
    }
  })();
  return () => {
    going = false;
  };
};
