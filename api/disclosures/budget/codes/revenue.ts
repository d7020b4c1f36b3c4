import { subjects } from './classification.ts';

/** 收入分类科目: classes and groups. */
export const revenues = subjects(`
101 税收收入 | Taxes
102 社会保险基金收入 | Social insurance funds
103 非税收入 | Non-tax revenue
105 债务收入 | Debt
110 转移性收入 | Transfers
10101 增值税 | Value-added tax
10104 企业所得税 | Enterprise income tax
10106 个人所得税 | Individual income tax
10107 资源税 | Resource tax
10109 城市维护建设税 | Urban maintenance and construction tax
10110 房产税 | Property tax
10111 印花税 | Stamp tax
10112 城镇土地使用税 | Urban land use tax
10113 土地增值税 | Land value increment tax
10114 车船税 | Vehicle and vessel tax
10118 耕地占用税 | Farmland occupation tax
10119 契税 | Deed tax
10120 烟叶税 | Tobacco leaf tax
10121 2018- 环境保护税 | Environmental protection tax
10199 其他税收收入 | Other taxes
10301 政府性基金收入 | Government funds
10302 专项收入 | Earmarked revenue
10304 行政事业性收费收入 | Administrative fees
10305 罚没收入 | Fines and confiscations
10306 国有资本经营收入 | State capital operations
10307 国有资源（资产）有偿使用收入 | Paid use of state resources and assets
10308 捐赠收入 | Donations
10309 政府住房基金收入 | Government housing fund
10399 其他收入 | Other
1030148 国有土地使用权出让收入 | Sale of land use rights
1030156 城市基础设施配套费收入 | Urban infrastructure fee
1030178 污水处理费收入 | Sewage fees
1030601 利润收入 | Profits
1030602 股利、股息收入 | Dividends
11001 返还性收入 | Tax rebates
11002 一般性转移支付收入 | General transfers
11003 专项转移支付收入 | Special transfers
11004 政府性基金转移支付收入 | Transfers of government funds
11006 上解收入 | Paid by lower levels
11008 上年结余收入 | Balance of last year
11009 调入资金 | Moved from another budget
11011 债务转贷收入 | Debt lent on by the higher level
11013 接受其他地区援助收入 | Aid from other regions
11015 动用预算稳定调节基金 | From the stabilization fund
`);
