import preact from '@astrojs/preact/server.js';

/**
 * Astro's renderer of Preact components, which tells one by rendering it to see whether that works, and then renders it
 * again. Here every function that is no Astro component is a figure, and is rendered once.
 */
export default { ...preact, check: (component: unknown) => Promise.resolve(typeof component === 'function') };
