using Gongkai.Core.Agencies;

namespace Gongkai.UseCases.Agencies;

/// <summary>机关的各项填得对不对。</summary>
internal static class AgencyCheck
{
    /// <summary>申请办结之后资料默认保存几年。</summary>
    public const int DefaultRetentionYears = 10;

    private const int LongestName = 60;
    private const int LongestText = 200;
    private const int LongestPath = 40;
    private const int MostYears = 100;
    private const int MostDaysAhead = 15;
    private const int LeastTelephoneDigits = 5;
    private const int PostCodeLength = 6;

    public static IEnumerable<InputProblem> NameProblems(string name, string path)
    {
        if (name.Trim() is not { Length: >= 2 and <= LongestName } || name.Any(char.IsControl) || !PlainText.Holds(name))
        {
            yield return new InputProblem("AgencyName", $"请填机关的全称，2 至 {LongestName} 个字。");
        }

        if (path.Trim() is not { Length: >= 2 and <= LongestPath } slug || slug[0] is '-' || slug[^1] is '-' || !slug.All(c => char.IsAsciiLetterLower(c) || char.IsAsciiDigit(c) || c is '-'))
        {
            yield return new InputProblem("PagePath", $"网页路径要 2 至 {LongestPath} 个字符，只用小写英文字母、数字和连字符，如 yingji。它也是申请编号的开头。");
        }
    }

    public static IEnumerable<InputProblem> Problems(AgencyForm form)
    {
        foreach (var problem in NameProblems(form.AgencyName, form.PagePath))
        {
            yield return problem;
        }

        foreach (var (field, label, value) in Texts(form))
        {
            if (value.Length > LongestText || value.Any(char.IsControl) || !PlainText.Holds(value))
            {
                yield return new InputProblem(field, $"{label}最多 {LongestText} 个字，不能有换行。");
            }
        }

        if (form.Telephone.Trim() is { Length: > 0 } telephone && telephone.Count(char.IsDigit) < LeastTelephoneDigits)
        {
            yield return new InputProblem(nameof(form.Telephone), "联系电话的位数太少，请带区号，如 0990-1234567；服务热线如 12345 也可以。");
        }

        if (form.PostCode.Trim() is { Length: > 0 } code && !(code.Length == PostCodeLength && code.All(char.IsAsciiDigit)))
        {
            yield return new InputProblem(nameof(form.PostCode), "邮政编码是 6 位数字，请核对；不知道的，请留空。");
        }

        if (form.RetentionYears is < 1 or > MostYears)
        {
            yield return new InputProblem(nameof(form.RetentionYears), $"资料保存年数要在 1 至 {MostYears} 之间。");
        }

        foreach (var (field, label, value) in new[] { (nameof(form.ReconsiderationUrl), "行政复议网址", form.ReconsiderationUrl), (nameof(form.CatalogueUrl), "信息目录的网址", form.CatalogueUrl) })
        {
            if (value.Trim() is { Length: > 0 } url && !(Uri.TryCreate(url, UriKind.Absolute, out var uri) && uri.Scheme is "http" or "https"))
            {
                yield return new InputProblem(field, $"{label}要以 http:// 或 https:// 开头。");
            }
        }

        if (form.OpinionDaysAhead is < 1 or > MostDaysAhead)
        {
            yield return new InputProblem(nameof(form.OpinionDaysAhead), $"请承办单位提前的日子要在 1 至 {MostDaysAhead} 个工作日之间。");
        }
    }

    /// <summary>信用代码的提醒；没有毛病为 null。只提醒，不拦：真有校验位不对的代码。</summary>
    public static string? CreditCodeWarning(string? code) => code switch
    {
        null or "" => null,
        _ when !CreditCode.IsWellFormed(code) => "统一社会信用代码应是 18 位数字和大写字母，请核对；已照填的存下。",
        _ when !CreditCode.HasRightCheckDigit(code) => "统一社会信用代码的校验位不对，可能抄错了一位，请核对；已照填的存下。",
        _ => null,
    };

    /// <summary>发文代字的提醒；没有毛病为 null。只提醒，不拦：也许真有这样的代字。</summary>
    public static string? LetterMarkWarning(string mark) => mark.EndsWith("公开", StringComparison.Ordinal)
        ? $"发文机关代字以“公开”结尾，文号会写成 {mark}公开答〔2026〕1号。“公开”二字由系统加，一般只填到机关为止，如“清应急”；已照填的存下。"
        : null;

    /// <summary>存下之后要提醒的；没有为 null。</summary>
    public static string? Warning(string? creditCode, string letterMark) => (CreditCodeWarning(creditCode), LetterMarkWarning(letterMark)) switch
    {
        (null, var mark) => mark,
        (var code, null) => code,
        var (code, mark) => code + mark,
    };

    private static IEnumerable<(string Field, string Label, string Value)> Texts(AgencyForm form)
    {
        yield return (nameof(form.ShortName), "简称", form.ShortName);
        yield return (nameof(form.CreditCode), "统一社会信用代码", form.CreditCode);
        yield return (nameof(form.DisclosureOffice), "公开工作机构", form.DisclosureOffice);
        yield return (nameof(form.Address), "办公地址", form.Address);
        yield return (nameof(form.Hours), "办公时间", form.Hours);
        yield return (nameof(form.Telephone), "联系电话", form.Telephone);
        yield return (nameof(form.Fax), "传真", form.Fax);
        yield return (nameof(form.Email), "电子邮箱", form.Email);
        yield return (nameof(form.PostCode), "邮政编码", form.PostCode);
        yield return (nameof(form.Classification), "信息的分类", form.Classification);
        yield return (nameof(form.Arrangement), "编排体系", form.Arrangement);
        yield return (nameof(form.CatalogueUrl), "信息目录的网址", form.CatalogueUrl);
        yield return (nameof(form.LetterMark), "发文代字", form.LetterMark);
        yield return (nameof(form.ReconsiderationBody), "行政复议机关", form.ReconsiderationBody);
        yield return (nameof(form.ReconsiderationUrl), "行政复议网址", form.ReconsiderationUrl);
        yield return (nameof(form.Court), "管辖法院", form.Court);
        yield return (nameof(form.OwnGovernment), "本级人民政府", form.OwnGovernment);
        yield return (nameof(form.SuperiorGovernment), "上一级人民政府", form.SuperiorGovernment);
        yield return (nameof(form.SuperiorDepartment), "上一级主管部门", form.SuperiorDepartment);
        yield return (nameof(form.LocalGovernment), "所在地人民政府", form.LocalGovernment);
    }
}
