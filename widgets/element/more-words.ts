/** What is said of failures: zh-CN, zh-TW, en. */
export const moreWords = {
  offline: '现在连不上公开平台|現在連不上公開平台|The platform cannot be reached now',
  http: '没有收到公开平台的有效答复|沒有收到公開平台的有效答覆|No valid answer came from the platform',
  misuse:
    '公开平台不认识标签上写的条件，请管理员核对|公開平台不認識標籤上寫的條件，請管理員核對|The platform does not know what the tag asks for',
  holds:
    '已公开的内容不受影响，恢复后自动更新。|已公開的內容不受影響，恢復後自動更新。|What was published holds; this panel refreshes by itself. ',
  saved: '下面是 {} 保存的副本。|下面是 {} 儲存的副本。|Below is the copy saved at {}.',
  open: '到公开平台查看|到公開平台查看|Open the platform',
  retry: '重试|重試|Try again',
};
