import type { Page } from 'playwright-core';

/**
 * Collects what goes wrong in a page from now on: errors on the console, uncaught exceptions, requests that fail or are
 * answered with an error, violations of the Content-Security-Policy. The function that it gives lists them. The page's
 * own address is not a failed request when it is answered with an error: tests visit the 404 page too.
 */
export async function watch(
  page: Page,
  address: string,
  allow: (message: string) => boolean = () => false,
): Promise<() => Promise<string[]>> {
  const found: string[] = [];
  const note = (message: string) => {
    if (!allow(message)) found.push(message);
  };
  const isItself = (url: string) => url === address;
  page.on('console', (message) => {
    if (message.type() === 'error' && !isItself(message.location().url))
      note(`console: ${message.text()} (${message.location().url})`);
  });
  page.on('pageerror', (error) => note(`exception: ${error.message}`));
  page.on('requestfailed', (request) => {
    // A page that is left takes its unfinished requests with it.
    if (request.failure()?.errorText !== 'net::ERR_ABORTED')
      note(`request failed: ${request.url()} ${request.failure()?.errorText ?? ''}`);
  });
  page.on('response', (response) => {
    if (response.status() >= 400 && !isItself(response.url())) note(`answered ${response.status()}: ${response.url()}`);
  });
  await page.addInitScript(() => {
    addEventListener('securitypolicyviolation', (event) =>
      console.error(
        `Content-Security-Policy: ${event.violatedDirective} forbids ${event.blockedURI || 'inline code'} at ${event.sourceFile}:${event.lineNumber}`,
      ),
    );
  });
  return async () => {
    // What the page has said is delivered in order; an answer to a question asked now comes after all of it.
    if (!page.isClosed()) await page.evaluate(() => undefined).catch(() => undefined);
    return [...new Set(found)];
  };
}
