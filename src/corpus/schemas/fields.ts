import { z } from 'astro/zod';

/** A short ASCII name that stands in addresses: lower-case letters, digits and single hyphens. */
export const slug = z
  .string()
  .regex(/^[a-z0-9]+(-[a-z0-9]+)*$/, 'must be lower-case ASCII words joined by single hyphens');

/** One line of text, without the spaces and line breaks that YAML lets slip in. */
export const line = z
  .string()
  .min(1, 'must not be empty')
  .refine((text) => text === text.trim() && !text.includes('\n'), 'must be one line without spaces around it');

/**
 * A calendar day, `2024-03-07`, kept as text. Days that do not exist (2023-02-30) are refused. Astro's YAML reader turns
 * days into dates; the content check's does not.
 */
export const day = z.preprocess(
  (value) => (value instanceof Date ? value.toISOString().slice(0, 10) : value),
  z.iso.date('must be a day that exists, written YYYY-MM-DD'),
);

/** An https address. */
export const https = z.url({ protocol: /^https$/, error: 'must be a full https:// address' });

/** An arXiv identifier without version, `2205.14135`. */
export const arxivId = z
  .string('must be quoted, or YAML reads it as a number')
  .regex(/^\d{2}(0[1-9]|1[0-2])\.\d{4,5}$/, 'must be an arXiv id such as "2205.14135", without version');

/** A DOI without resolver, `10.1145/3600006.3613165`. */
export const doi = z
  .string()
  .regex(/^10\.\d{4,9}\/\S+$/, 'must be a DOI such as "10.1145/3600006.3613165", without https://doi.org/');
