/** Draws all cards of the content under the project's folder, and says where each of them is kept. */
import { parentPort } from 'node:worker_threads';
import { readCheckedCorpus } from '../content/read-checked-corpus.ts';
import { cardFile } from './card.ts';
import { cardsOf } from './cards.ts';

/** A card's address in the site, and the file that holds its picture. */
export type KeptCard = readonly [address: string, file: string];

const kept: KeptCard[] = [];
for (const [address, card] of cardsOf(readCheckedCorpus(process.cwd()))) kept.push([address, await cardFile(card)]);
// oxlint-disable-next-line unicorn/require-post-message-target-origin -- a thread's port has no origin
parentPort!.postMessage(kept);
