using Gongkai.Core.Reports;
using Gongkai.Reports.Checking;

namespace Gongkai.Reports.Tests.Checking;

/// <summary>E16、E18、E45。</summary>
public class NameWordsTests
{
    [Theory]
    [InlineData("清溪县应急管理局", "社会群众对我镇信息公开评议结果较好。")]
    [InlineData("云溪县水务局", "本镇按季度更新公开栏。")]
    [InlineData("望河县财政局", "我街道安排专人负责。")]
    [InlineData("清溪县文昌镇人民政府", "我局高度重视政务公开。")]
    [InlineData("清溪县柳湾乡人民政府", "我镇高度重视政务公开。")]
    [InlineData("清溪县南桥街道办事处", "我局定期培训。")]
    [InlineData("清溪县南桥街道办事处", "来自我镇的申请全部按期办结。")]
    [InlineData("清溪县人民政府", "我局全年公开信息30条。")]
    [InlineData("清溪县政务服务中心", "我镇全年公开信息30条。")]
    [InlineData("清溪县卫生健康委员会", "我街道公开信息30条。")]
    public void A_unit_that_calls_itself_another_kind_is_an_error(string agency, string sentence)
    {
        var finding = Assert.Single(WordChecks.Of("E16", sentence, agency));
        Assert.Equal(Severity.Error, finding.Severity);
        Assert.Equal(sentence, Assert.Single(finding.Quotes).Text);
    }

    [Theory]
    [InlineData("清溪县发展和改革局", "我委牵头公开项目信息。")]
    [InlineData("清溪县政务服务中心", "我局全年公开信息30条。")]
    [InlineData("清溪县发展和改革委员会", "我局牵头公开项目信息。")]
    [InlineData("清溪县应急管理局", "我院成立政府信息公开工作领导小组。")]
    public void A_doubtful_name_is_a_warning(string agency, string sentence) =>
        Assert.Equal(Severity.Warning, WordChecks.Worst(WordChecks.Of("E16", sentence, agency)));

    [Theory]
    [InlineData("清溪县应急管理局", "我局、本局、我县、我市、我省的工作稳步推进。")]
    [InlineData("清溪县应急管理局", "面对舆情，工作人员自我镇定、自我局限均不可取。")]
    [InlineData("清溪县应急管理局", "我委托第三方开展评估，根本局面向好。")]
    [InlineData("清溪县应急管理局", "群众来信反映“我镇消火栓损坏”，已公开办理结果。")]
    [InlineData("清溪县应急管理局", "有居民反映我镇广播声音小，已经答复。")]
    [InlineData("清溪县应急管理局", "汇编《我镇应急广播手册》。")]
    [InlineData("清溪县文昌镇人民政府", "我镇、本镇、我县的工作稳步推进，县局派员指导。")]
    [InlineData("清溪县应急管理局", "村干部说：我镇的应急广播通了。")]
    [InlineData("清溪县应急管理局", "指导各镇在本镇公开栏公示防汛责任人名单。")]
    [InlineData("清溪县应急管理局", "由所属乡镇在本乡范围内公示补助名单。")]
    [InlineData("云溪县水务局", "各街道负责本街道范围内供水信息的公开，村（社区）在本村公开栏张榜。")]
    [InlineData("清溪县文昌镇财政所", "我镇财政预算已公开。")]
    [InlineData("清溪县南桥街道办事处", "我街道、我办、我区的工作稳步推进。")]
    [InlineData("清溪县人民政府", "各镇、各局、街道均已公开，我县、本县居全市前列。")]
    [InlineData("清溪县文昌镇人民政府", "我局（综合执法局）公示处罚结果12件。")]
    [InlineData("清溪县地质调查院管理局", "我院的工作稳步推进。")]
    [InlineData("清溪县应急管理局", "整治农户自我院落环境，县法院来函称：我院已受理。")]
    [InlineData("望德镇市水利局", "我镇各级水利站均已公开。")]
    public void The_own_kind_other_words_and_other_voices_are_fine(string agency, string sentence) => Assert.Empty(WordChecks.Of("E16", sentence, agency));

    [Theory]
    [InlineData("本报告由概述、主动公开情况、依申请公开情况、收费及减免情况、行政复议和诉讼情况、存在的主要问题及改进情况等部分组成。")]
    [InlineData("本报告由总体情况、主动公开、申请办理、复议诉讼、主要问题等五个部分组成。")]
    [InlineData("全文共八个部分组成，包括基本情况、主动公开情况、依申请公开情况、复议诉讼情况等。")]
    public void Parts_that_are_not_the_six_are_a_warning(string introduction) =>
        Assert.Equal(Severity.Warning, WordChecks.Worst(WordChecks.OfIntroduction("E18", introduction)));

    [Theory]
    [InlineData("本报告由总体情况、主动公开政府信息情况、收到和处理政府信息公开申请情况、政府信息公开行政复议和行政诉讼情况、存在的主要问题及改进情况、其他需要报告的事项等六部分组成。")]
    [InlineData("本报告包括总体情况、主动公开、依申请公开、复议诉讼、存在问题和改进、其他事项六个部分。")]
    [InlineData("本报告第五部分为存在的主要问题，请一并参阅。")]
    [InlineData("本机关的公开内容包括机构职能、政策解读、回应社会关切等八个部分栏目。")]
    public void The_six_parts_in_any_wording_are_fine(string introduction) => Assert.Empty(WordChecks.OfIntroduction("E18", introduction));

    [Theory]
    [InlineData("清溪县应急管理局", "云溪县应急管理局")]
    [InlineData("清溪县应急管理局", "清溪县水务局")]
    [InlineData("清溪县文昌镇人民政府", "清溪县柳湾镇人民政府")]
    [InlineData("清溪县应急管理局", "清溪县城市管理局")]
    [InlineData("清溪县南桥街道办事处", "清溪县东湖街道办事处")]
    public void A_signature_of_another_office_is_an_error(string title, string signature) =>
        Assert.Equal(Severity.Error, WordChecks.Worst(WordChecks.Of("E45", Signed(title, signature))));

    [Theory]
    [InlineData("清溪县应急管理局", "县应急局")]
    [InlineData("清溪县应急管理局", "望河市清溪县应急管理局")]
    [InlineData("清溪县应急管理局", "清溪县应急管理局办公室")]
    [InlineData("清溪县人力资源和社会保障局", "清溪县人社局")]
    [InlineData("清溪县人民政府", "清溪县人民政府办公室")]
    [InlineData("清溪县人民政府", "清溪县政务公开工作领导小组办公室")]
    [InlineData("清溪县人民政府", "清溪县政务服务和数据管理局")]
    [InlineData("清溪县文昌镇人民政府", "中共清溪县文昌镇委员会")]
    [InlineData("清溪县南桥街道办事处", "南桥街道")]
    [InlineData("清溪县文化和旅游局", "清溪县文化广电旅游局")]
    [InlineData("清溪县国土资源局", "清溪县自然资源局")]
    [InlineData("清溪县城市管理和综合执法局", "清溪县城市管理综合行政执法局")]
    [InlineData("清溪县城市管理局", "清溪县综合行政执法局")]
    [InlineData("清溪县行政审批局", "清溪县政务服务局")]
    [InlineData("望河市公安局云溪分局", "云溪区公安分局")]
    public void Short_forms_and_offices_that_sign_for_another_are_fine(string title, string signature) =>
        Assert.Empty(WordChecks.Of("E45", Signed(title, signature)));

    private static SpecimenChanges Signed(string title, string signature) =>
        new() { Agency = title, Replacements = [($"\n{title}\n2024", $"\n{signature}\n2024")] };
}
