import type { APIRoute } from 'astro';
import { ICON_SIDES, iconImage } from '#build/icons/icon.ts';

export const getStaticPaths = () => ICON_SIDES.map((side) => ({ params: { side: String(side) }, props: { side } }));

/** The site's mark for home screens and launchers. */
export const GET: APIRoute<{ side: number }> = async ({ props }) =>
  new Response(new Uint8Array(await iconImage(props.side)));
