/** A part of a text by its number and name: 一、总体要求 and （一）范围 stand together, 第一章 总则 and 1. Scope do not. */
export const partTitle = (marker = '', heading = ''): string => `${marker.replace(/[^、）]$/, '$& ')}${heading}`.trim();
