/** Where a phone leads when it is tapped; undefined for a text that is no phone (“0533-12345、12119”). */
export const telephoneAddress = (phone: string): string | undefined => {
  const digits = phone.replace(/[\s-]/g, '');
  return /^\+?\d{3,15}$/.test(digits) ? `tel:${digits}` : undefined;
};

/** A phone as a fact of a document. */
export const phoneFact = (label: string, phone: string, more = '') => {
  const href = telephoneAddress(phone);
  return { label, text: `${phone}${more}`, ...(href === undefined ? {} : { href }) };
};
