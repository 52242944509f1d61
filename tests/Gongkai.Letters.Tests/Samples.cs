using Gongkai.Letters.Facts;
using Gongkai.Letters.Templates;

namespace Gongkai.Letters.Tests;

/// <summary>虚构的机关和申请，各种文书要用的事实都有。</summary>
internal static class Samples
{
    public static readonly LetterRenderer Renderer = new(LetterTemplates.Default);

    public static readonly AgencyFacts Agency = new()
    {
        Name = "清溪县应急管理局",
        Kind = AgencyKind.Department,
        OwnGovernment = "清溪县人民政府",
        SuperiorGovernment = "云岭市人民政府",
        SuperiorDepartment = "云岭市应急管理局",
        LocalGovernment = "望河区人民政府",
        Court = "清溪县人民法院",
        ReconsiderationUrl = "https://fuyi.qingxi.example/apply",
        DisclosureOffice = "清溪县应急管理局办公室",
        Address = "清溪县人民路8号",
        Telephone = "0000-1234567",
        PostCode = "000000",
    };

    public static TheoryData<LetterType> Types => [.. Enum.GetValues<LetterType>()];

    /// <summary>事实齐全的一份。</summary>
    public static LetterFacts For(LetterType type) => new()
    {
        Agency = Agency,
        WrittenOn = new DateOnly(2026, 3, 5),
        Number = new LetterNumber("清应急", LetterTemplates.Default.Of(type).TypeWord, 2026, 12),
        RequestNumber = "2026-0008",
        ApplicantName = "张小溪",
        ApplicantKind = "公民",
        ApplicantIdentity = "居民身份证 ****************",
        ApplicantContact = "000-0000-0000",
        ApplicantAddress = "清溪县柳林镇柳林村",
        Channel = "邮政寄送",
        SubmittedOn = new DateOnly(2026, 1, 28),
        ReceivedOn = new DateOnly(2026, 1, 30),
        DueOn = new DateOnly(2026, 3, 9),
        RequestSummary = "2025年清溪县柳林水库应急演练的方案和经费支出明细。",
        RequestedForm = "纸质件邮寄",
        SupplementAskedOn = new DateOnly(2026, 2, 3),
        SupplementedOn = new DateOnly(2026, 2, 6),
        ExtendedOn = new DateOnly(2026, 2, 27),
        ExtensionDays = 10,
        NewDueOn = new DateOnly(2026, 3, 20),
        Consultations =
        [
            new ConsultationEntry(new DateOnly(2026, 2, 7), "共同制作机关", "共同制作机关逾期未提出意见，视为同意公开"),
            new ConsultationEntry(new DateOnly(2026, 2, 9), "第三方"),
        ],
        ConsultedOn = new DateOnly(2026, 2, 9),
        ConsultedParty = "第三方的商业秘密",
        ConsultationAnsweredOn = new DateOnly(2026, 2, 24),
        ConsultationResult = "第三方不同意公开并说明了理由",
        FeeNotifiedOn = new DateOnly(2026, 2, 2),
        FeePaidOn = new DateOnly(2026, 2, 5),
        RedoneSince = new DateOnly(2026, 3, 1),
        RedoCause = "收到行政复议决定书（云政复决〔2026〕3号）",
        WithdrawnOn = new DateOnly(2026, 3, 2),
        Decision = "对能够公开的演练方案予以公开",
        Reasons = "演练方案中的避险路线和物资存放地点属于防范内容。\n经费支出明细载有供应单位的报价，公开会损害其合法权益",
        Articles = ["《中华人民共和国突发事件应对法》第二十八条", "《条例》第十五条"],
        DisclosedContent = "《2025年柳林水库应急演练方案》",
        WithheldContent = "经费支出明细中的供应单位报价",
        AccessRoute = "清溪县人民政府门户网站“政府信息公开”栏目，或者到清溪县档案馆查阅",
        PublishedOn = new DateOnly(2025, 11, 12),
        Searches =
        [
            new SearchEntry("公文管理系统", "柳林水库 演练", new DateOnly(2026, 2, 10), "李明", "无"),
            new SearchEntry("2025年度纸质案卷", "应急演练", new DateOnly(2026, 2, 11), "李明", "无"),
        ],
        ResponsibleAgency = "清溪县水务局",
        ResponsibleContact = "0000-7654321，清溪县人民路10号",
        EarlierReply = "清应急公开答〔2025〕31号",
        Volume = "自2026年1月1日以来，你共提出政府信息公开申请46件",
        Items = ["所申请信息的文号或者便于查询的其他特征性描述", "身份证明复印件"],
        WithinDays = 10,
        FeeAmount = 380m,
        FeeStandard = "按量计收，共68页，31页至100页的部分每页10元",
        FeePayment = "持本通知书到清溪县政务服务大厅非税窗口缴纳",
        RecipientName = "清溪县柳林物资有限公司",
        RecipientForm = AddressForm.Organization,
        Attachments = ["2025年柳林水库应急演练方案", "提供信息目录"],
        Delivery = DeliveryForm.Post,
        ServedLetter = "政府信息公开申请答复书（清应急公开答〔2026〕12号）",
        DeliveryAddress = "清溪县柳林镇柳林村",
        Handler = "王清",
        HandlingUnit = "清溪县应急管理局办公室",
        HandlerTelephone = "0000-1234567",
        Opinions = ["拟部分公开。", "同意。", "依据充分，程序合法。", "不涉及国家秘密。", "同意。"],
    };

    /// <summary>全文连起来，便于查找。</summary>
    public static string TextOf(Letter letter) => string.Join('\n', letter.Blocks.Concat(letter.Enclosures.SelectMany(e => e.Blocks)).Select(b => b switch
    {
        LetterParagraph p => p.Text,
        LetterTable t => string.Join('\n', t.Rows.SelectMany(r => r.Cells).Select(c => c.Text)),
        _ => "",
    }));
}
