/** How two folders (contents by name) differ, one line for each file: where the first differing byte is, or that it is missing. */
export function differences(first: ReadonlyMap<string, Buffer>, second: ReadonlyMap<string, Buffer>): string[] {
  const names = [...new Set([...first.keys(), ...second.keys()])].sort();
  return names.flatMap((name) => {
    const [a, b] = [first.get(name), second.get(name)];
    if (!a || !b) return [`${name}: only in the ${a ? 'first' : 'second'}`];
    if (a.equals(b)) return [];
    const at = a.findIndex((byte, i) => byte !== b[i]);
    return [`${name}: differs from byte ${at === -1 ? a.length : at}`];
  });
}
