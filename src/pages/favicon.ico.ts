import type { APIRoute } from 'astro';
import { icoFile, iconImage } from '#build/icons/icon.ts';

const SIDE = 32;

/** The site's mark for whatever asks for /favicon.ico without reading the page. */
export const GET: APIRoute = async () => new Response(new Uint8Array(icoFile(await iconImage(SIDE), SIDE)));
