import { describe, expect, it } from 'vitest';
import { assemble } from './assemble.ts';
import { paperData, weekData } from './fixtures.ts';
import { buildsOnEdges, relationsOf } from './graph.ts';
import { layoutPaperMap, NODE } from './map-layout.ts';
import { firstYear, neighbours, paperBySlug, papersOn } from './reading.ts';

const entry = (paper: string) => ({ paper, why: '' });
const corpus = assemble({
  papers: [
    {
      id: 'late',
      data: paperData({
        short: 'Late',
        year: 2022,
        buildsOn: [{ paper: 'early', how: '用了它。' }],
        rivals: [{ paper: 'twin', how: '另一答。' }],
        topics: ['serving', 'attention'],
      }),
    },
    { id: 'early', data: paperData({ short: 'Early', year: 2018, firstPosted: '2017-06-12' }) },
    { id: 'twin', data: paperData({ short: 'Twin', year: 2022 }) },
  ],
  weeks: [
    {
      id: 'week-08',
      data: weekData({
        number: 8,
        tracks: [{ id: 'a', title: '甲', titleEn: 'A', lead: '', entries: [entry('late')] }],
      }),
    },
    {
      id: 'week-03',
      data: weekData({
        number: 3,
        entries: [{ group: 'g', title: '组', titleEn: 'Group', why: '', papers: [entry('early'), entry('twin')] }],
      }),
    },
  ],
  topics: [],
  terms: [],
});
const at = (slug: string) => paperBySlug(corpus, slug);

describe('the assembled corpus', () => {
  it('reads weeks by number and papers in the order of their lists', () => {
    expect(corpus.weeks.map((w) => w.number)).toEqual([3, 8]);
    expect(corpus.papers.map((p) => p.slug)).toEqual(['early', 'twin', 'late']);
  });

  it('tells each paper its place: week, track, group, position', () => {
    expect(at('twin').place).toMatchObject({ week: 3, position: 2, group: { id: 'g' } });
    expect(at('late').place).toMatchObject({ week: 8, position: 1, track: { id: 'a' } });
  });
});

describe('reading', () => {
  it('goes on across weeks and ends at the ends', () => {
    expect(neighbours(corpus, 'twin')).toMatchObject({ previous: { slug: 'early' }, next: { slug: 'late' } });
    expect(neighbours(corpus, 'early').previous).toBeUndefined();
    expect(neighbours(corpus, 'late').next).toBeUndefined();
  });

  it('puts papers ahead that name a topic first', () => {
    expect(papersOn(corpus, 'attention').map((p) => p.slug)).toEqual(['early', 'twin', 'late']);
  });

  it('dates a paper by its first appearance', () =>
    expect([firstYear(at('early')), firstYear(at('late'))]).toEqual([2017, 2022]));
});

describe('relations', () => {
  it('are written once and read from both ends', () => {
    expect(relationsOf(corpus, at('late')).buildsOn.map((r) => r.paper.slug)).toEqual(['early']);
    expect(relationsOf(corpus, at('early')).followedBy.map((r) => r.paper.slug)).toEqual(['late']);
    expect(relationsOf(corpus, at('twin')).rivals).toMatchObject([{ paper: { slug: 'late' }, how: '另一答。' }]);
  });

  it('run from the older idea to the newer', () =>
    expect(buildsOnEdges(corpus)).toEqual([{ from: 'early', to: 'late' }]));
});

describe('the paper map', () => {
  const map = layoutPaperMap(corpus);
  it('gives every paper a box of its own inside the picture', () => {
    expect(map.nodes).toHaveLength(3);
    for (const { x, y } of map.nodes) {
      expect(x + NODE.width / 2).toBeLessThan(map.width);
      expect(y + NODE.height / 2).toBeLessThan(map.height);
    }
    for (const a of map.nodes)
      for (const b of map.nodes)
        if (a !== b) expect(Math.abs(a.x - b.x) >= NODE.width || Math.abs(a.y - b.y) >= NODE.height).toBe(true);
  });

  it('runs from left to right in time', () =>
    expect(map.nodes.find((n) => n.paper.slug === 'early')!.x).toBeLessThan(
      map.nodes.find((n) => n.paper.slug === 'late')!.x,
    ));
});
