import type { APIRoute } from 'astro';
import { ICON_SIDES } from '#build/icons/icon.ts';
import { urls } from '#corpus/load.ts';
import { text } from '#language/dictionary.ts';
import { site } from '#site.ts';

/** What a device needs to know to keep the site among its applications (W3C Web Application Manifest). */
export const GET: APIRoute = () =>
  Response.json({
    name: text.site.name,
    short_name: text.site.name,
    description: text.site.description,
    lang: site.language,
    start_url: urls.home(),
    scope: urls.home(),
    display: 'minimal-ui',
    background_color: '#fcfbf8',
    theme_color: '#fcfbf8',
    icons: [
      ...ICON_SIDES.map((side) => ({
        src: urls.file(`icons/${side}.png`),
        sizes: `${side}x${side}`,
        type: 'image/png',
      })),
      { src: urls.file('favicon.svg'), sizes: 'any', type: 'image/svg+xml' },
    ],
  });
