import { subjects } from './classification.ts';

/** 部门预算支出经济分类科目. */
export const departmentEconomics = subjects(`
301 工资福利支出 | Wages and welfare
302 商品和服务支出 | Goods and services
303 对个人和家庭的补助 | Subsidies to persons and families
307 债务利息及费用支出 | Interest and cost of debt
309 资本性支出（基本建设） | Capital expenditure, construction
310 资本性支出 | Capital expenditure
311 2018- 对企业补助（基本建设） | Subsidies to enterprises, construction
312 对企业补助 | Subsidies to enterprises
313 对社会保障基金补助 | Subsidies to social security funds
399 其他支出 | Other
30101 基本工资 | Basic wages
30102 津贴补贴 | Allowances
30103 奖金 | Bonuses
30106 伙食补助费 | Meal allowances
30107 绩效工资 | Performance pay
30108 机关事业单位基本养老保险缴费 | Basic pension contributions
30109 职业年金缴费 | Occupational annuity contributions
30110 职工基本医疗保险缴费 | Basic medical insurance contributions
30111 公务员医疗补助缴费 | Medical subsidies for civil servants
30112 其他社会保障缴费 | Other social security contributions
30113 住房公积金 | Housing fund
30199 其他工资福利支出 | Other wages and welfare
30201 办公费 | Office costs
30202 印刷费 | Printing
30205 水费 | Water
30206 电费 | Electricity
30207 邮电费 | Post and telephone
30208 取暖费 | Heating
30211 差旅费 | Travel
30212 因公出国（境）费用 | Official travel abroad
30213 维修（护）费 | Repairs
30215 会议费 | Meetings
30216 培训费 | Training
30217 公务接待费 | Official receptions
30226 劳务费 | Services of persons
30228 工会经费 | Trade union
30229 福利费 | Welfare
30231 公务用车运行维护费 | Running of official vehicles
30239 其他交通费用 | Other transport
30299 其他商品和服务支出 | Other goods and services
30301 离休费 | Retirement pay of veterans
30302 退休费 | Retirement pay
30304 抚恤金 | Pensions for the bereaved
30305 生活补助 | Living allowances
30399 其他对个人和家庭的补助 | Other subsidies to persons
30913 公务用车购置 | Purchase of official vehicles, construction
31002 办公设备购置 | Office equipment
31003 专用设备购置 | Special equipment
31013 公务用车购置 | Purchase of official vehicles
`);

/** 政府预算支出经济分类科目. */
export const governmentEconomics = subjects(`
501 机关工资福利支出 | Wages and welfare of public bodies
502 机关商品和服务支出 | Goods and services of public bodies
503 机关资本性支出（一） | Capital expenditure of public bodies (1)
504 机关资本性支出（二） | Capital expenditure of public bodies (2)
505 对事业单位经常性补助 | Current subsidies to institutions
506 对事业单位资本性补助 | Capital subsidies to institutions
507 对企业补助 | Subsidies to enterprises
508 对企业资本性支出 | Capital expenditure for enterprises
509 对个人和家庭的补助 | Subsidies to persons and families
510 对社会保障基金补助 | Subsidies to social security funds
511 债务利息及费用支出 | Interest and cost of debt
512 债务还本支出 | Repayment of debt
513 转移性支出 | Transfers
514 预备费及预留 | Reserve
599 其他支出 | Other
50101 工资奖金津补贴 | Wages, bonuses and allowances
50102 社会保障缴费 | Social security contributions
50103 住房公积金 | Housing fund
50199 其他工资福利支出 | Other wages and welfare
50201 办公经费 | Office costs
50202 会议费 | Meetings
50203 培训费 | Training
50205 委托业务费 | Commissioned services
50206 公务接待费 | Official receptions
50207 因公出国（境）费用 | Official travel abroad
50208 公务用车运行维护费 | Running of official vehicles
50209 维修（护）费 | Repairs
50299 其他商品和服务支出 | Other goods and services
50501 工资福利支出 | Wages and welfare
50502 商品和服务支出 | Goods and services
50901 社会福利和救助 | Welfare and relief
50905 离退休费 | Retirement pay
50999 其他对个人和家庭补助 | Other subsidies to persons
51301 上下级政府间转移性支出 | Transfers between levels of government
`);
