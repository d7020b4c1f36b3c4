/** 〔2021〕29号, 第三条 and dates lose their meaning when a line breaks inside them. A text is split by it: what is kept comes too. */
export const unbroken =
  /(〔\d{4}〕\s?第?\d+\s?号|第[〇零一二三四五六七八九十百千\d]+[条款项章节]|\d{4}\s?年(?:\s?\d+\s?月)?(?:\s?\d+\s?日)?)/;
