/** 〔2021〕29号, 第三条 and dates lose their meaning when a line breaks inside them. */
export const unbroken =
  /〔\d{4}〕\s?第?\d+\s?号|第[〇零一二三四五六七八九十百千\d]{1,7}[条款项章节]|\d{4}\s?年(?:\s?\d{1,2}\s?月)?(?:\s?\d{1,2}\s?日)?/g;
