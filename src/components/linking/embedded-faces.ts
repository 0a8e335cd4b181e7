const SVG = 'http://www.w3.org/2000/svg';

/** A <style> with the site's own faces that the picture's text uses, inside the file: elsewhere nobody has them. */
export async function embeddedFaces(picture: SVGElement): Promise<SVGStyleElement> {
  const used = new Set(
    [...picture.querySelectorAll('[font-family]')].flatMap((e) => families(e.getAttribute('font-family')!)),
  );
  const faces = [...document.styleSheets]
    .flatMap((sheet) => [...sheet.cssRules])
    .filter((rule) => rule instanceof CSSFontFaceRule);
  const wanted = faces.filter((face) =>
    families(face.style.getPropertyValue('font-family')).some((name) => used.has(name)),
  );
  const style = document.createElementNS(SVG, 'style');
  style.textContent = (await Promise.all(wanted.map(embedded))).join('\n');
  return style;
}

const families = (list: string) => list.split(',').map((name) => name.trim().replace(/["']/g, ''));

async function embedded(face: CSSFontFaceRule): Promise<string> {
  const address = /url\(["']?([^"')]+)/.exec(face.style.getPropertyValue('src'))?.[1] ?? '';
  const file = await fetch(new URL(address, face.parentStyleSheet?.href ?? location.href));
  const bytes = new Uint8Array(await file.arrayBuffer());
  const base64 = btoa(Array.from(bytes, (byte) => String.fromCharCode(byte)).join(''));
  const descriptors = ['font-family', 'font-weight', 'font-style']
    .map((name) => [name, face.style.getPropertyValue(name)])
    .filter(([, value]) => value);
  return `@font-face{${descriptors.map(([name, value]) => `${name}:${value}`).join(';')};src:url(data:font/woff2;base64,${base64}) format('woff2')}`;
}
