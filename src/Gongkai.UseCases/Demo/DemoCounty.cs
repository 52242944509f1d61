using Gongkai.Core.Agencies;

namespace Gongkai.UseCases.Demo;

/// <summary>虚构的清溪县：十几个机关，各自常被问到什么。名称与事项都是编的。</summary>
internal static class DemoCounty
{
    /// <summary>题目以它开头的，问的是收到那一年的上一年。</summary>
    public const string LastYear = "去年";

    /// <summary>县政府在前，其余由它主管。</summary>
    public static readonly DemoAgency[] Agencies =
    [
        new("qingxi", "清溪县人民政府", "清政", "Government", "county", "{\"superiorGovernment\":\"云州市人民政府\",\"reconsiderationUrl\":\"https://fuyi.yunzhou.example/\"}", 6, [LastYear + "县政府常务会议议定事项", "县城总体规划批复文件", "民生实事项目资金安排", "招商引资优惠政策文件"]),
        new("yjglj", "清溪县应急管理局", "清应急", "Department", "department", "", 10, ["防汛物资采购合同", "企业安全生产检查记录", "避难场所建设资料", "烟花爆竹经营许可名单"]),
        new("swj", "清溪县水务局", "清水务", "Department", "department", "", 9, ["青溪河治理工程批复", "农村饮水安全工程验收材料", "取水许可审批结果", "河道采砂规划"]),
        new("czj", "清溪县财政局", "清财", "Department", "department", "", 8, ["年度部门预算批复", "政府采购投诉处理决定", "专项债券资金使用情况", "非税收入收支情况"]),
        new("zrzyj", "清溪县自然资源局", "清自然资", "Department", "department", "", 34, ["城关镇三组征地批准文件", "征收土地公告与补偿安置方案", "建设用地规划许可证", "土地出让合同"]),
        new("jyj", "清溪县教育局", "清教", "Department", "department", "", 10, ["学区划分依据", "校外培训机构检查结果", "教师招聘成绩复核办法", "营养餐配送中标结果"]),
        new("wjw", "清溪县卫生健康委员会", "清卫健", "Department", "department", "", 8, ["医疗机构校验结果", "公共卫生服务经费分配表", "村卫生室建设标准"]),
        new("zjj", "清溪县住房和城乡建设局", "清住建", "Department", "department", "", 26, ["某小区竣工验收备案材料", "老旧小区改造实施方案", "物业维修资金使用情况", "房屋征收补偿方案"]),
        new("gaj", "清溪县公安局", "清公", "Department", "department", "", 14, ["道路监控设备采购信息", "养犬管理处罚统计", "交通信号配时方案"]),
        new("scjgj", "清溪县市场监督管理局", "清市监", "Department", "department", "", 16, ["某企业登记档案", "食品抽检不合格处置情况", "投诉举报处理结果", "特种设备检验情况"]),
        new("sfj", "清溪县司法局", "清司", "JusticeDepartment", "department", "{\"superiorDepartment\":\"云州市司法局\",\"reconsiderationUrl\":\"https://fuyi.qingxi.example/\"}", 4, ["行政复议案件统计", "法律援助经费使用情况"]),
        new("chengguan", "城关镇人民政府", "城关政", "TownGovernment", "township", "{\"superiorGovernment\":\"清溪县人民政府\",\"reconsiderationUrl\":\"https://fuyi.qingxi.example/\"}", 18, ["宅基地审批结果", "低保审核公示", "集体土地流转合同备案", "村级债务化解情况"]),
        new("qingshan", "清溪县人民政府青山街道办事处", "青山街", "DispatchedOrgan", "street", "", 8, ["拆违通知与处置记录", "社区服务经费使用情况"]),
    ];

    /// <summary>每个机关的人：姓名、账号、职责。</summary>
    public static readonly (string Name, string User, StaffRole[] Roles)[] Staff =
    [
        ("李经办", "li", [StaffRole.Officer]),
        ("陈经办", "chen", [StaffRole.Officer]),
        ("王负责", "wang", [StaffRole.DisclosureHead, StaffRole.Officer]),
        ("赵审查", "zhao", [StaffRole.Reviewer]),
        ("周局长", "zhou", [StaffRole.SigningLeader]),
    ];

    /// <summary>姓。</summary>
    public static readonly string[] Surnames = ["赵", "钱", "孙", "李", "周", "吴", "郑", "王", "冯", "陈", "褚", "卫", "蒋", "沈", "韩", "杨"];

    /// <summary>名。</summary>
    public static readonly string[] GivenNames = ["大山", "小河", "春生", "秋实", "国强", "丽华", "文静", "志远", "晓雨", "建军", "雪梅", "东升", "海燕", "立新"];

    /// <summary>单位申请人。</summary>
    public static readonly string[] Organizations = ["云州市远山建材有限公司", "清溪县禾苗种植专业合作社", "云州市明理律师事务所", "云州市青年公益服务中心", "云州市山水规划研究院", "清溪县惠民物业有限公司"];
}

/// <summary>虚构的一个机关。</summary>
/// <param name="Path">网页路径，也是登记编号的开头。</param>
/// <param name="Name">全称。</param>
/// <param name="Mark">代字。</param>
/// <param name="Kind">复议管辖上的类别。</param>
/// <param name="Level">层级。</param>
/// <param name="Settings">设置。</param>
/// <param name="Share">分到多少份申请，各机关按比例。</param>
/// <param name="Topics">常被问到的事。</param>
internal sealed record DemoAgency(string Path, string Name, string Mark, string Kind, string Level, string Settings, int Share, string[] Topics);
