/** The dictionary of the edition being built. */
export { text, type Dictionary } from './zh.ts';
