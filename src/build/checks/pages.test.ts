import { describe, expect, it } from 'vitest';
import { CONTENT_SECURITY_POLICY } from '../hosting/headers.ts';
import { headings } from './headings.ts';
import { identity, titles } from './identity.ts';
import { labelReferences, uniqueIds } from './ids.ts';
import { inlineCode } from './inline-code.ts';
import { origins } from './origins.ts';
import { policy } from './policy.ts';
import { printedNumbers } from './printed-numbers.ts';
import { find, html } from './testing/site-of.ts';
import { textAlternatives } from './text-alternatives.ts';

const onPage = (check: Parameters<typeof find>[0], body: string, head = '') =>
  find(check, { 'index.html': html(body, head) });

describe('ids', () => {
  it('may stand once', () => {
    expect(onPage(uniqueIds, '<p id="a"></p><p id="b"></p>')).toEqual([]);
    expect(onPage(uniqueIds, '<p id="a"></p><p id="a"></p><p id="a"></p>')).toEqual([
      '/: the id “a” stands more than once',
    ]);
  });

  it.each(['aria-labelledby', 'aria-describedby', 'aria-controls'])('that %s names must exist', (attribute) => {
    expect(onPage(labelReferences, `<p ${attribute}="a b"></p><p id="a"></p>`)).toEqual([
      `/: ${attribute} names the id “b”, which does not exist`,
    ]);
  });
});

describe('headings', () => {
  it('begin with one h1 and nest', () => {
    expect(onPage(headings, '<h1>1</h1><h2>2</h2><h3>3</h3><h2>2</h2>')).toEqual([]);
  });

  it.each([
    ['<h2>a</h2>', ['has 0 h1 elements', 'jumps from h0 to h2']],
    ['<h1>a</h1><h1>b</h1>', ['has 2 h1 elements']],
    ['<h1>a</h1><h3>深</h3>', ['“深” jumps from h1 to h3']],
    ['<h1>a</h1><h2> </h2>', ['has an empty h2']],
  ])('%s fails', (body, whats) => {
    expect(onPage(headings, body)).toEqual(whats.map((what) => expect.stringContaining(what)));
  });
});

describe('text alternatives', () => {
  it.each([
    '<img src="a.png" alt="一张图">',
    '<img src="a.png" alt="">',
    '<figure aria-label="图"></figure>',
    '<figure><figcaption>图 1</figcaption></figure>',
    '<svg role="img" aria-label="图"></svg>',
    '<svg aria-hidden="true"></svg>',
    '<svg><title>图</title></svg>',
    '<svg aria-labelledby="t"></svg><p id="t">图</p>',
    '<div role="img" aria-label="图"><svg></svg></div>',
  ])('%s has one', (body) => {
    expect(onPage(textAlternatives, body)).toEqual([]);
  });

  it.each([
    '<img src="a.png">',
    '<figure><p>x</p></figure>',
    '<figure><figcaption> </figcaption></figure>',
    '<svg></svg>',
    '<svg aria-labelledby="gone"></svg>',
    '<iframe src="/"></iframe>',
  ])('%s has none', (body) => {
    expect(onPage(textAlternatives, body)).toEqual([expect.stringContaining('has no text alternative')]);
  });
});

describe('identity', () => {
  const head = '<meta name="viewport" content="width=device-width"><link rel="canonical" href="https://example.org/">';

  it('is a language, a viewport and the own address', () => {
    expect(onPage(identity, '', head)).toEqual([]);
    expect(find(identity, { 'index.html': '<!doctype html><html><head></head><body></body></html>' })).toEqual([
      '/: has no lang',
      '/: has no viewport',
      '/: its canonical address is missing, not https://example.org/',
    ]);
  });

  it('is not the address of another page', () => {
    expect(find(identity, { 'a/index.html': html('', head) })).toEqual([
      '/a/: its canonical address is https://example.org/, not https://example.org/a/',
    ]);
  });

  it('needs no address on the error page and on pages that are not to be indexed', () => {
    const viewport = '<meta name="viewport" content="width=device-width">';
    expect(
      find(identity, {
        '404.html': html('', viewport),
        'embed/a/index.html': html('', `${viewport}<meta name="robots" content="noindex">`),
      }),
    ).toEqual([]);
  });

  it('includes a title that no other page has', () => {
    const titled = (title: string) => html('', `<title>${title}</title>`);
    expect(find(titles, { 'index.html': titled('一'), 'a/index.html': titled('二') })).toEqual([]);
    expect(
      find(titles, { 'a/index.html': titled('一'), 'b/index.html': titled('一'), 'c/index.html': html('') }),
    ).toEqual(['/b/: has the title of /a/: “一”', '/c/: has no title']);
  });
});

describe('other origins', () => {
  it('may be linked to, not loaded from', () => {
    expect(
      onPage(
        origins,
        '<a href="https://arxiv.org/">1</a>',
        '<link rel="canonical" href="https://example.com/"><link rel="stylesheet" href="/a.css">',
      ),
    ).toEqual([]);
  });

  it.each([
    '<script src="https://cdn.example.com/x.js"></script>',
    '<script src="//cdn.example.com/x.js"></script>',
    '<link rel="stylesheet" href="https://fonts.example.com/x.css">',
    '<link rel="preload" href="https://fonts.example.com/x.woff2">',
    '<link rel="preconnect" href="https://fonts.example.com">',
    '<link rel="icon" href="https://example.com/x.svg">',
    '<img alt="" src="https://example.com/x.png">',
    '<img alt="" src="/x.png" srcset="https://example.com/x.png 2x">',
    '<iframe src="https://example.com/"></iframe>',
    '<form action="https://example.com/"></form>',
  ])('%s is found', (element) => {
    expect(onPage(origins, element)).toEqual([expect.stringContaining('loads from another origin')]);
  });

  it.each([
    ['a.css', '@import "https://example.com/x.css";'],
    ['a.css', 'p { background: url(//example.com/x.png) }'],
    ['a.js', 'fetch("https://example.com/track")'],
    ['a.js', 'import(`https://example.com/x.js`)'],
    ['a.js', 'new WebSocket("wss://example.com/")'],
  ])('%s that says %s is found', (name, contents) => {
    expect(find(origins, { [name]: contents })).toEqual([expect.stringContaining('loads')]);
  });

  it('passes files that load their own', () => {
    expect(
      find(origins, {
        'a.css': 'p { background: url(/x.png) } q { background: url(data:image/png;base64,) }',
        'a.js':
          'fetch("/x"); import("./y.js"); fetch("https://example.org/z"); const ns = "http://www.w3.org/2000/svg"',
      }),
    ).toEqual([]);
  });
});

describe('code in pages', () => {
  it.each([
    '<script>go()</script>',
    '<script type="module">go()</script>',
    '<style>p{}</style>',
    '<p onclick="go()"></p>',
    '<svg onload="go()"></svg>',
    '<a href="javascript:go()">x</a>',
  ])('%s is found', (body) => {
    expect(onPage(inlineCode, body)).toHaveLength(1);
  });

  it('passes files, data and style attributes', () => {
    expect(
      onPage(
        inlineCode,
        '<script src="/a.js"></script><script type="application/ld+json">{}</script><p style="height:1em"></p>',
      ),
    ).toEqual([]);
  });
});

describe('the policy', () => {
  const meta = `<meta http-equiv="Content-Security-Policy" content="${CONTENT_SECURITY_POLICY}">`;

  it('stands before what it governs', () => {
    expect(onPage(policy, '', `${meta}<script src="/a.js"></script>`)).toEqual([]);
    expect(onPage(policy, '', `<script src="/a.js"></script>${meta}`)).toEqual([
      expect.stringContaining('behind scripts'),
    ]);
  });

  it('is on every page, and the same', () => {
    expect(onPage(policy, '')).toEqual(['/: has no Content-Security-Policy']);
    expect(onPage(policy, '', '<meta http-equiv="Content-Security-Policy" content="default-src *">')).toEqual([
      expect.stringContaining('is not that of'),
    ]);
  });
});

describe('printed numbers', () => {
  it.each([
    '<p>启动要 44.99999999999999 µs</p>',
    '<svg><path d="M0,NaN"/></svg>',
    '<td>undefined 次</td>',
    '<p>[object Object]</p>',
    '<td>$N = HW/P^2$</td>',
  ])('must not look like %s', (body) => expect(onPage(printedNumbers, body)).toHaveLength(1));

  it('may be long where code or a formula says so, and where two texts meet', () => {
    const fine = '<pre>0.1 + 0.2 = 0.30000000000000004</pre><code>NaN</code><text>1.23</text><text>4567890123</text>';
    expect(onPage(printedNumbers, `${fine}<p>误差 3e-16，π ≈ 3.14159265，$5 到 $6，<code>$x$</code></p>`)).toEqual([]);
  });
});
