/** Whether the ground the host page paints behind an element is dark, as computed; a page that paints none is white. */
export const isOnDark = (element: Element): boolean => {
  for (let at: Element | null = element.parentElement; at; at = at.parentElement) {
    const [red = 0, green = 0, blue = 0, alpha = 1] = (getComputedStyle(at).backgroundColor.match(/[\d.]+/g) ?? []).map(
      Number,
    );
    if (alpha > 0.5) return red * 0.299 + green * 0.587 + blue * 0.114 < 128;
  }
  return false;
};
