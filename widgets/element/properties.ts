const named = new WeakSet<object>();

/** Attributes are properties too, `asOf` for `as-of`; those that were set before the script came are taken over. */
export function nameProperties(panel: HTMLElement, attributes: readonly string[]): void {
  const prototype: object = Object.getPrototypeOf(panel);
  for (const name of attributes) {
    const property = name.replace(/-(\w)/g, (_, letter: string) => letter.toUpperCase());
    // What every element has stays: `lang` is one already, and `after` puts something behind it.
    if (property in HTMLElement.prototype) continue;
    if (!named.has(prototype))
      Object.defineProperty(prototype, property, {
        get(this: HTMLElement) {
          return this.getAttribute(name);
        },
        set(this: HTMLElement, value: unknown) {
          if (value === null || value === undefined) this.removeAttribute(name);
          else this.setAttribute(name, `${value}`);
        },
      });
    const own = panel as unknown as Record<string, unknown>;
    const early = Object.getOwnPropertyDescriptor(own, property)?.value;
    if (early === undefined) continue;
    delete own[property];
    own[property] = early;
  }
  named.add(prototype);
}
