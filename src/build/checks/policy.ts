import { CONTENT_SECURITY_POLICY } from '../hosting/headers.ts';
import { pageCheck } from './check.ts';

/** The policy stands in every page, before anything that it governs: on hosts that send no headers it is all there is. */
export const policy = pageCheck('Every page carries the Content-Security-Policy', ({ document }) => {
  const meta = document.querySelector('meta[http-equiv="Content-Security-Policy" i]');
  if (!meta) return ['has no Content-Security-Policy'];
  const inHead = [...document.head.children];
  const governed = inHead.findIndex((element) =>
    element.matches('script, style, link[rel=stylesheet], link[rel=preload], link[rel=modulepreload]'),
  );
  return [
    ...(meta.getAttribute('content') === CONTENT_SECURITY_POLICY
      ? []
      : ['its Content-Security-Policy is not that of src/build/hosting/headers.ts']),
    ...(governed !== -1 && governed < inHead.indexOf(meta)
      ? ['its Content-Security-Policy stands behind scripts or stylesheets']
      : []),
  ];
});
