import { subjects } from './classification.ts';

/**
 * 支出功能分类科目: every class (类) with the names it had, and the groups (款) and items (项) a county uses most. Other codes
 * under a class are accepted: the Ministry of Finance adds some every year.
 */
export const functions = subjects(`
201 一般公共服务支出 | General public services
202 外交支出 | Foreign affairs
203 国防支出 | Defence
204 公共安全支出 | Public security
205 教育支出 | Education
206 科学技术支出 | Science and technology
207 2019- 文化旅游体育与传媒支出 | Culture, tourism, sport and media | -2018 文化体育与传媒支出
208 社会保障和就业支出 | Social security and employment
209 社会保险基金支出 | Social insurance funds
210 2019- 卫生健康支出 | Health | -2018 医疗卫生与计划生育支出
211 节能环保支出 | Energy saving and environment
212 城乡社区支出 | Urban and rural communities
213 农林水支出 | Agriculture, forestry and water
214 交通运输支出 | Transport
215 2020- 资源勘探工业信息等支出 | Resource exploration, industry and information | -2019 资源勘探信息等支出
216 商业服务业等支出 | Commerce and services
217 金融支出 | Finance
218 地震灾后恢复重建支出 | Rebuilding after earthquakes | retired 2018
219 援助其他地区支出 | Aid to other regions
220 2019- 自然资源海洋气象等支出 | Natural resources, sea and weather | -2018 国土海洋气象等支出
221 住房保障支出 | Housing
222 粮油物资储备支出 | Grain, oil and material reserves
223 国有资本经营预算支出 | State capital operations
224 2019- 灾害防治及应急管理支出 | Disaster prevention and emergency management
227 预备费 | Reserve
229 其他支出 | Other
230 转移性支出 | Transfers
231 债务还本支出 | Repayment of debt
232 债务付息支出 | Interest on debt
233 债务发行费用支出 | Cost of issuing debt
234 2020- 抗疫特别国债安排的支出 | From the special treasury bonds against the epidemic
20101 人大事务 | People's congress
20103 政府办公厅（室）及相关机构事务 | Government offices
20104 发展与改革事务 | Development and reform
20105 统计信息事务 | Statistics
20106 财政事务 | Public finance
20108 审计事务 | Audit
20111 纪检监察事务 | Discipline inspection
20113 商贸事务 | Trade
20129 群众团体事务 | Mass organizations
20131 党委办公厅（室）及相关机构事务 | Party offices
20138 市场监督管理事务 | Market supervision
20199 其他一般公共服务支出 | Other general services
2010101 行政运行 | Administration
2010301 行政运行 | Administration
2010302 一般行政管理事务 | General management
2010303 机关服务 | Office services
2010306 政务公开审批 | Open government and approvals
2010308 信访事务 | Letters and visits
2010350 事业运行 | Institutions
2010399 其他政府办公厅（室）及相关机构事务支出 | Other
2010401 行政运行 | Administration
2010501 行政运行 | Administration
2010601 行政运行 | Administration
2010801 行政运行 | Administration
2010804 审计业务 | Auditing
2013801 行政运行 | Administration
20402 公安 | Police
20406 司法 | Justice
2040201 行政运行 | Administration
2040220 执法办案 | Law enforcement
2040601 行政运行 | Administration
20501 教育管理事务 | Management of education
20502 普通教育 | General education
20503 职业教育 | Vocational education
20507 特殊教育 | Special education
20508 进修及培训 | Further training
20509 教育费附加安排的支出 | From the education surcharge
2050101 行政运行 | Administration
2050201 学前教育 | Preschool education
2050202 小学教育 | Primary schools
2050203 初中教育 | Junior middle schools
2050204 高中教育 | Senior middle schools
2050299 其他普通教育支出 | Other general education
2050302 中等职业教育 | Secondary vocational education
2050803 培训支出 | Training
20601 科学技术管理事务 | Management of science
20604 技术研究与开发 | Research and development
2060101 行政运行 | Administration
2060404 科技成果转化与扩散 | Transfer of research results
20701 文化和旅游 | Culture and tourism
20703 体育 | Sport
20708 广播电视 | Broadcasting
2070101 行政运行 | Administration
2070104 图书馆 | Libraries
20801 人力资源和社会保障管理事务 | Management of labour and social security
20802 民政管理事务 | Management of civil affairs
20805 行政事业单位养老支出 | Pensions of public bodies
20807 就业补助 | Employment subsidies
20808 抚恤 | Pensions for the bereaved
20809 退役安置 | Placement of former soldiers
20810 社会福利 | Social welfare
20811 残疾人事业 | Disabled persons
20819 最低生活保障 | Minimum living allowance
20826 财政对基本养老保险基金的补助 | Subsidies to basic pension funds
2080101 行政运行 | Administration
2080201 行政运行 | Administration
2080501 行政单位离退休 | Retirement from administrative bodies
2080502 事业单位离退休 | Retirement from institutions
2080505 机关事业单位基本养老保险缴费支出 | Basic pension contributions
2080506 机关事业单位职业年金缴费支出 | Occupational annuity contributions
2080905 军队转业干部安置 | Placement of demobilized officers
2081002 老年福利 | Welfare of the old
2081901 城市最低生活保障金支出 | Urban minimum living allowance
2081902 农村最低生活保障金支出 | Rural minimum living allowance
21001 卫生健康管理事务 | Management of health
21002 公立医院 | Public hospitals
21003 基层医疗卫生机构 | Local clinics
21004 公共卫生 | Public health
21007 计划生育事务 | Family planning
21011 行政事业单位医疗 | Medical care of public bodies
21012 财政对基本医疗保险基金的补助 | Subsidies to basic medical insurance funds
2100101 行政运行 | Administration
2100302 乡镇卫生院 | Township clinics
2100408 基本公共卫生服务 | Basic public health services
2101101 行政单位医疗 | Medical care, administrative bodies
2101102 事业单位医疗 | Medical care, institutions
2101103 公务员医疗补助 | Medical subsidies for civil servants
21101 环境保护管理事务 | Management of the environment
21103 污染防治 | Pollution control
2110101 行政运行 | Administration
2110301 大气 | Air
2110302 水体 | Water
21201 城乡社区管理事务 | Management of communities
21203 城乡社区公共设施 | Public facilities
21205 城乡社区环境卫生 | Sanitation
21208 国有土地使用权出让收入安排的支出 | From the sale of land use rights
21213 城市基础设施配套费安排的支出 | From the urban infrastructure fee
21214 污水处理费安排的支出 | From sewage fees
2120101 行政运行 | Administration
2120104 城管执法 | City inspection
2120501 城乡社区环境卫生 | Sanitation
2120801 征地和拆迁补偿支出 | Compensation for land and demolition
2120804 农村基础设施建设支出 | Rural infrastructure
2121301 城市公共设施 | Urban facilities
2121401 污水处理设施建设和运营 | Sewage works
21301 农业农村 | Agriculture and the countryside
21302 林业和草原 | Forestry and grassland
21303 水利 | Water works
21307 农村综合改革 | Rural reform
2130101 行政运行 | Administration
2130122 农业生产发展 | Development of farming
2130301 行政运行 | Administration
2130305 水利工程建设 | Building of water works
2130705 对村民委员会和村党支部的补助 | Subsidies to village committees
21401 公路水路运输 | Road and water transport
2140101 行政运行 | Administration
2140104 公路建设 | Road building
2140106 公路养护 | Road maintenance
21505 工业和信息产业监管 | Supervision of industry and information
21508 支持中小企业发展和管理支出 | Support of small enterprises
2150501 行政运行 | Administration
21602 商业流通事务 | Trade and distribution
2160201 行政运行 | Administration
22001 自然资源事务 | Natural resources
2200101 行政运行 | Administration
2200106 自然资源利用与保护 | Use and protection of natural resources
22101 保障性安居工程支出 | Affordable housing
22102 住房改革支出 | Housing reform
2210103 棚户区改造 | Renewal of shanty areas
2210201 住房公积金 | Housing fund
2210202 提租补贴 | Rent subsidies
2210203 购房补贴 | Subsidies for buying homes
22201 粮油物资事务 | Grain, oil and materials
2220101 行政运行 | Administration
22301 解决历史遗留问题及改革成本支出 | Legacy problems and cost of reform
22302 国有企业资本金注入 | Capital injected into state enterprises
2230107 国有企业改革成本支出 | Cost of reforming state enterprises
2230299 其他国有企业资本金注入 | Other capital injected
22401 应急管理事务 | Emergency management
22402 消防救援事务 | Fire and rescue
2240101 行政运行 | Administration
2240106 安全监管 | Safety supervision
2240204 消防应急救援 | Fire rescue
22904 其他政府性基金及对应专项债务收入安排的支出 | From other government funds and special debt
22960 彩票公益金安排的支出 | From the lottery welfare fund
2296002 用于社会福利的彩票公益金支出 | Lottery welfare fund, social welfare
2296003 用于体育事业的彩票公益金支出 | Lottery welfare fund, sport
23001 返还性支出 | Tax rebates
23002 一般性转移支付 | General transfers
23003 专项转移支付 | Special transfers
23006 上解支出 | Paid to the higher level
23008 调出资金 | Moved to another budget
23009 年终结余 | Balance at the end of the year
23011 债务转贷支出 | Debt lent on
23015 安排预算稳定调节基金 | To the stabilization fund
23103 地方政府一般债务还本支出 | Repayment of general debt
23203 地方政府一般债务付息支出 | Interest on general debt
23303 地方政府一般债务发行费用支出 | Cost of issuing general debt
`);
