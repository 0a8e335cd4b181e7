import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { emptyRecord, mergeRecords, parseRecord, type PaperProgress, type ProgressRecord } from './record.ts';

const day = fc.integer({ min: 10, max: 28 }).map((d) => `2026-11-${d}`);
const progress: fc.Arbitrary<PaperProgress> = fc.record(
  {
    read: day,
    reached: fc.record({
      section: fc.constantFrom('idea', 'limits'),
      share: fc.double({ min: 0, max: 1, noNaN: true }),
    }),
    answers: fc.dictionary(
      fc.constantFrom('q-a', 'q-b', 'q-c'),
      fc.record({ given: fc.string(), right: fc.boolean() }),
      { minKeys: 1, noNullPrototype: true },
    ),
  },
  { requiredKeys: [], noNullPrototype: true },
);
const record: fc.Arbitrary<ProgressRecord> = fc.record(
  {
    version: fc.constant(1 as const),
    papers: fc.dictionary(fc.constantFrom('zero', 'orca', 'mamba'), progress, { noNullPrototype: true }),
  },
  { noNullPrototype: true },
);

describe('a record', () => {
  it('survives its export and import', () => {
    fc.assert(
      fc.property(record, (mine) => {
        // JSON knows no negative zero.
        const plain = JSON.parse(JSON.stringify(mine)) as ProgressRecord;
        expect(parseRecord(JSON.stringify(mine))).toEqual(plain);
      }),
    );
  });

  it.each(['', '{}', '[]', 'null', '{"version":2,"papers":{}}', '{"version":1,"papers":[]}'])(
    'is not read from %j',
    (json) => expect(() => parseRecord(json)).toThrow(SyntaxError),
  );

  it('leaves out what makes no sense and keeps the rest', () => {
    const json = `{"version":1,"papers":{"zero":{"read":"yesterday","reached":{"section":"idea","share":7},"answers":{"q":{"given":"1","right":true},"r":3}},"<b>":{}}}`;
    expect(parseRecord(json).papers).toEqual({ zero: { answers: { q: { given: '1', right: true } } } });
  });
});

describe('two records become one that', () => {
  it('is the record itself when the other is empty or the same', () => {
    fc.assert(
      fc.property(record, (mine) => {
        expect(mergeRecords(mine, emptyRecord())).toEqual(mine);
        expect(mergeRecords(emptyRecord(), mine)).toEqual(mine);
        expect(mergeRecords(mine, mine)).toEqual(mine);
      }),
    );
  });

  it('forgets nothing that was read, reached or answered', () => {
    fc.assert(
      fc.property(record, record, (mine, theirs) => {
        const both = mergeRecords(mine, theirs).papers;
        for (const one of [mine, theirs])
          for (const [slug, { read, reached, answers = {} }] of Object.entries(one.papers)) {
            if (read !== undefined) expect(both[slug]!.read! <= read).toBe(true);
            if (reached) expect(both[slug]!.reached!.share).toBeGreaterThanOrEqual(reached.share);
            expect(Object.keys(both[slug]!.answers ?? {})).toEqual(expect.arrayContaining(Object.keys(answers)));
          }
      }),
    );
  });
});
