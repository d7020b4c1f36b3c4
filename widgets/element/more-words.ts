/** Words of what is fetched later: zh-CN, zh-TW, en. */
export const moreWords = {
  sampleHint: '示例数据，不是真实公文|示例資料，不是真實公文|Sample data, not real documents',
  table: '表格|表格|Table',
  all: '全部 {} 行|全部 {} 行|All {} rows',
  total: '共 {} 条|共 {} 筆|{} in all',
  next: '下一页|下一頁|Next',
  previous: '上一页|上一頁|Previous',
  back: '返回|返回|Back to',
  contents: '目录|目錄|Contents',
  menu: '下载、引用|下載、引用|Download and cite',
  cite: '复制引用|複製引用|Copy citation',
  copyLink: '复制链接|複製連結|Copy link',
  copied: '已复制|已複製|Copied',
  print: '打印|列印|Print',
};
