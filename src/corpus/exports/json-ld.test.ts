import { expect, it } from 'vitest';
import { assemble } from '../assemble.ts';
import { paperData, weekData } from '../fixtures.ts';
import { asScriptText, learningResource } from './json-ld.ts';

const paperOf = (change: Parameters<typeof paperData>[0]) =>
  assemble({
    papers: [{ id: 'a', data: paperData(change) }],
    weeks: [{ id: 'week-03', data: weekData({ number: 3, entries: [{ paper: 'a', why: '' }] }) }],
    topics: [],
    terms: [],
  }).papers[0]!;
const resource = (change: Parameters<typeof paperData>[0]) =>
  learningResource(paperOf(change), 'https://site.org/papers/a/', 'zh-CN');

it('claims the page, and leaves the paper to its authors', () => {
  const page = resource({ authors: ['Ada Lovelace'], title: 'On Engines' });
  expect(page).not.toHaveProperty('author');
  expect(page.about).toMatchObject({ headline: 'On Engines', author: [{ '@type': 'Person', name: 'Ada Lovelace' }] });
});

it('tells teams from people', () => {
  expect(resource({ authors: ['Gemini Team, Google'] }).about.author[0]!['@type']).toBe('Organization');
});

it('identifies a paper by its DOI, else by its arXiv number', () => {
  expect(resource({ doi: '10.1/2', arxiv: '2205.14135' }).about.identifier).toBe('https://doi.org/10.1/2');
  expect(resource({ arxiv: '2205.14135' }).about.identifier).toBe('arXiv:2205.14135');
});

it('cannot be ended by a title that closes the script', () => {
  const text = asScriptText(resource({ title: '</script><script>alert(1)</script>' }));
  expect(text).not.toContain('<');
  expect(JSON.parse(text).about.headline).toBe('</script><script>alert(1)</script>');
});
