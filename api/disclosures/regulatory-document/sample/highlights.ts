/**
 * Subjects chosen by hand: a small sample draws on these first, so that a fresh platform shows what a county really
 * publishes. `{year}` is the document's year.
 */
export interface Highlight {
  readonly issuer: string;
  readonly genre: string;
  /** The instrument carried, or the matter of a document that carries none. */
  readonly matter: string;
  readonly topic: string;
  readonly subtopic: string | null;
  readonly event: string | null;
  readonly owner: string;
  /** Months in which such a document comes; null when any will do. */
  readonly months: readonly number[] | null;
}

const rows = `
office|印发|{year}年桓台县政务公开工作要点|综合政务|政务公开||office|3 4 5 6
office|印发|{year}年桓台县民生实事项目实施方案|国民经济管理、国有资产监管|重大建设项目||development|1 2 3
office|印发|桓台县重大行政决策公众参与办法（试行）|综合政务|政务公开||justice
office|印发|桓台县突发事件总体应急预案|综合政务|应急管理||emergency
office|印发|桓台县防汛抗旱应急预案|综合政务|应急管理||emergency|4 5 6
office|印发|桓台县政务服务“一件事”集成办理实施方案|综合政务|政务公开|企业开办|approval
office|印发|桓台县政务新媒体管理办法|综合政务|电子政务||big-data
office|印发|桓台县食品安全事故应急预案|市场监管、安全生产监管|食品药品监管|开餐馆|market
government|意见|加快推进养老服务体系建设|民政、扶贫、救灾|社会福利|养老|civil-affairs
government|意见|促进高校毕业生返乡就业创业|劳动、人事、监察|劳动就业|就业创业|labour
government|印发|桓台县国有建设用地使用权供应管理办法|国土资源、能源|土地||natural-resources
government|印发|桓台县农村宅基地审批管理暂行办法|国土资源、能源|土地|住房|natural-resources
government|印发|桓台县国民经济和社会发展五年规划纲要|国民经济管理、国有资产监管|宏观经济||development
government|批复|马桥镇石化路改造工程建设方案|城乡建设、环境保护|城乡建设（含住房）||housing
government|批复|起凤镇马踏湖湿地保护与修复方案|农业、林业、水利|水利||natural-resources
government|批复|新城镇古城片区保护性详细规划|城乡建设、环境保护|城市规划||natural-resources
government|批复|果里镇农村供水管网延伸工程|农业、林业、水利|水利||water
government|决定|表扬{year}年度政务服务先进集体|综合政务|政务督查||approval|12
government|决定|取消和下放一批行政许可事项|综合政务|政务公开|企业开办|approval
government|通告|划定禁止燃放烟花爆竹区域|公安、安全、司法|公安||police
government|通告|加强秋收期间秸秆禁烧|城乡建设、环境保护|环境监测、保护与治理||ecology|9 10
government|通告|城区道路施工期间交通管制|公安、安全、司法|公安||police
office|通知|做好{year}年冬季清洁取暖|城乡建设、环境保护|节能与资源综合利用||housing|9 10 11
office|通知|开展建筑工地扬尘专项整治|城乡建设、环境保护|环境监测、保护与治理||housing
office|通知|调整最低生活保障和特困人员供养标准|民政、扶贫、救灾|社会福利|困难救助|civil-affairs
office|通知|公布县级重大行政决策事项目录|综合政务|政务公开||justice
office|通知|开展行政规范性文件清理|公安、安全、司法|司法||justice
office|通知|做好{year}年度政府信息公开工作年度报告编制|综合政务|政务公开||office|12
office|通报|{year}年第一季度政府网站与政务新媒体检查情况|综合政务|电子政务||big-data|4
office|通报|{year}年度建议提案办理情况|综合政务|政务督查||office|12
education|印发|{year}年桓台县义务教育学校招生入学工作实施方案|科技、教育|教育|入学|education|5 6 7
education|印发|桓台县中小学课后服务实施办法（试行）|科技、教育|教育|入学|education|2 8 9
education|印发|桓台县家庭经济困难学生资助实施细则|科技、教育|教育|入学|education
education|通知|规范民办幼儿园收费公示|科技、教育|教育|入学|education
education|通知|做好外来务工人员随迁子女入学服务|科技、教育|教育|入学|education|5 6 7
finance|印发|桓台县财政专项资金管理办法|财政、金融、审计|财政||finance
finance|印发|桓台县惠民惠农补贴资金“一卡通”管理办法|财政、金融、审计|财政|惠农补贴|finance
finance|印发|桓台县政府投资项目评审管理办法|财政、金融、审计|财政||finance
finance|通知|编制{year}年部门预算|财政、金融、审计|财政||finance|1 2
finance|通知|做好{year}年部门决算公开|财政、金融、审计|财政||finance|8 9
labour|印发|桓台县创业担保贷款实施细则|劳动、人事、监察|劳动就业|就业创业|labour
labour|印发|桓台县公益性岗位开发管理办法|劳动、人事、监察|劳动就业|就业创业|labour
labour|通知|申报一次性创业补贴|劳动、人事、监察|劳动就业|就业创业|labour
labour|通知|做好{year}年农民工工资支付保障|劳动、人事、监察|社会保障|就业创业|labour|1 11 12
civil-affairs|印发|桓台县残疾人两项补贴发放实施细则|民政、扶贫、救灾|社会福利|残疾人服务|civil-affairs
civil-affairs|印发|桓台县临时救助实施办法|民政、扶贫、救灾|社会福利|困难救助|civil-affairs
civil-affairs|印发|桓台县农村幸福院运行管理办法（试行）|民政、扶贫、救灾|社会福利|养老|civil-affairs
civil-affairs|通知|推进婚姻登记预约服务|民政、扶贫、救灾|其他||civil-affairs
health|印发|桓台县家庭医生签约服务实施方案|卫生、体育|卫生|就医|health
health|印发|桓台县婴幼儿照护服务机构备案管理办法（试行）|人口与计划生育、妇女儿童工作|人口与计划生育|新生儿|health
health|通知|开展出生“一件事”联办|人口与计划生育、妇女儿童工作|人口与计划生育|新生儿|health
health|通知|深入推进医疗机构院务公开|卫生、体育|卫生|就医|health
medical-security|印发|桓台县居民门诊慢特病待遇经办规程|卫生、体育|医药管理|就医|medical-security
medical-security|通知|做好{year}年城乡居民基本医疗保险参保缴费|卫生、体育|医药管理|就医|medical-security|9 10 11
housing|印发|桓台县公共租赁住房保障管理办法|城乡建设、环境保护|城乡建设（含住房）|住房|housing
housing|印发|桓台县既有住宅加装电梯实施办法（试行）|城乡建设、环境保护|城乡建设（含住房）|住房|housing
housing|印发|桓台县物业服务质量评价办法|城乡建设、环境保护|城乡建设（含住房）|住房|housing
housing|通知|做好{year}年老旧小区改造项目申报|城乡建设、环境保护|城乡建设（含住房）|住房|housing|1 2 3
ecology|印发|桓台县重污染天气应急预案|城乡建设、环境保护|环境监测、保护与治理||ecology|9 10 11
ecology|通知|做好排污许可证申领和执行报告填报|城乡建设、环境保护|环境监测、保护与治理||ecology
market|印发|桓台县食品小作坊登记管理实施细则|市场监管、安全生产监管|食品药品监管|开餐馆|market
market|印发|桓台县餐饮业“一件事”联合审批办法（试行）|市场监管、安全生产监管|食品药品监管|开餐馆|market
market|通知|推行企业注销便利化|市场监管、安全生产监管|工商|企业开办|market
market|通告|开展电动自行车质量专项检查|市场监管、安全生产监管|质量监督||market
emergency|印发|桓台县生产安全事故应急预案|市场监管、安全生产监管|安全生产监管||emergency
emergency|通报|{year}年第二季度安全生产执法检查情况|市场监管、安全生产监管|安全生产监管||emergency|7
agriculture|印发|桓台县高标准农田建设后期管护办法|农业、林业、水利|农业、畜牧业、渔业|惠农补贴|agriculture
agriculture|印发|{year}年桓台县农业机械购置补贴实施方案|农业、林业、水利|农业、畜牧业、渔业|惠农补贴|agriculture|3 4
agriculture|通知|做好{year}年小麦良种补贴发放|农业、林业、水利|农业、畜牧业、渔业|惠农补贴|agriculture|9 10
water|印发|桓台县农村饮水安全工程运行管理办法|农业、林业、水利|水利||water
transport|印发|桓台县农村公路养护管理办法|工业、交通|公路||transport
transport|通知|优化城乡公交线路|工业、交通|公路||transport
industry|意见|推动工业企业数字化转型|工业、交通|信息产业（含电信）|项目投资|industry
commerce|印发|桓台县促进消费若干措施|商贸、海关、旅游|国内贸易（含供销）|项目投资|commerce
culture|印发|桓台县县级非物质文化遗产代表性项目管理办法|文化、广电、新闻出版|文化||culture
culture|意见|促进马踏湖乡村旅游发展|商贸、海关、旅游|旅游||culture
veterans|印发|桓台县退役军人优待办法|国防|国防建设|退役|veterans
justice|印发|桓台县法律援助便民服务实施方案|公安、安全、司法|司法||justice
police|印发|桓台县居住证办理服务规程|公安、安全、司法|公安||police
approval|通知|公布“证照分离”改革事项清单|综合政务|政务公开|企业开办|approval
natural-resources|函|征求不动产登记“交房即办证”流程意见|国土资源、能源|土地|住房|natural-resources
development|函|商请提供重大项目要素保障清单|国民经济管理、国有资产监管|重大建设项目||development
qifeng|印发|起凤镇农村人居环境整治实施方案|农业、林业、水利|农业、畜牧业、渔业||agriculture
maqiao|通知|开展镇村便民服务中心规范化建设|综合政务|政务公开||approval
xincheng|通知|做好古建筑群防火巡查|公安、安全、司法|公安||fire
tangshan|印发|唐山镇防汛应急预案|综合政务|应急管理||water|4 5 6
guoli|通知|开展城乡居民养老保险集中缴费|劳动、人事、监察|社会保障|社会保险|labour|4 5 6 7
staffing|通知|更新县级机构职能目录|国务院组织机构|其他||staffing
office|通知|规范宗教活动场所消防安全|民族、宗教|宗教事务||fire
office|通知|加强因公出国管理|对外事务|外交、外事||office
office|通知|落实归侨侨眷权益保护措施|港澳台侨工作|侨务工作||office
office|通知|规范节假日值班值守|其他|||office
science|印发|桓台县科技创新券管理办法（试行）|科技、教育|科技|项目投资|science
tianzhuang|通知|做好{year}年秸秆综合利用|农业、林业、水利|农业、畜牧业、渔业|惠农补贴|agriculture|9 10
`;

export const highlights: readonly Highlight[] = rows
  .trim()
  .split('\n')
  .map((row) => {
    const [issuer = '', genre = '', matter = '', topic = '', subtopic = '', event = '', owner = '', months = ''] =
      row.split('|');
    return {
      issuer,
      genre,
      matter,
      topic,
      subtopic: subtopic || null,
      event: event || null,
      owner,
      months: months === '' ? null : months.split(' ').map(Number),
    };
  });
