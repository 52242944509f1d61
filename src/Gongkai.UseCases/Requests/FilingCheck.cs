using Gongkai.Core.Agencies;
using Gongkai.Core.Requests;

namespace Gongkai.UseCases.Requests;

/// <summary>看一件申请填得对不对。只要条例第二十九条要的三样：姓名与身份证明、联系方式，内容描述，获取方式；用途不问。</summary>
public static class FilingCheck
{
    /// <summary>描述最多多少字。</summary>
    public const int LongestDescription = 4000;

    /// <summary>题目最多多少字。</summary>
    public const int LongestSubject = 100;

    private const int LongestLine = 200;
    private const int PostCodeLength = 6;
    private const int LeastTelephoneDigits = 7;
    private const int FullWidth = '！' - '!';

    /// <summary>填得不对的各项。</summary>
    /// <param name="filing">填的；纸件照录、经办人核对过的（<see cref="Filing.AsWritten"/>），可以补正的不在内。</param>
    /// <param name="today">今天（中国）。</param>
    public static IReadOnlyList<InputProblem> Problems(Filing filing, DateOnly today)
    {
        var who = filing.Applicant;
        List<InputProblem> problems = [];
        Need(problems, "Name", who.IsPerson ? "姓名" : "单位名称", who.Name);
        var lacks = filing.AsWritten && filing.Channel != ReceiptChannel.Internet ? [] : Lacks(who, filing.Description, today);
        problems.AddRange(lacks.Where(l => l.Field != "Description"));

        if (string.IsNullOrWhiteSpace(who.Telephone + who.Email + who.Address))
        {
            problems.Add(new InputProblem("Telephone", "请至少填写一种联系方式：电话、电子邮箱或者通信地址，否则无法与您联系（《条例》第二十九条）。"));
        }

        CheckTelephone(problems, "Telephone", who.Telephone);
        if (who.PostCode.Trim() is { Length: > 0 } code && !(code.Length == PostCodeLength && code.All(char.IsAsciiDigit)))
        {
            problems.Add(new InputProblem("PostCode", "邮政编码是 6 位数字，请再核对一遍；不知道的，请留空。"));
        }

        if (who.Email.Length > 0 && !LooksLikeEmail(who.Email))
        {
            problems.Add(new InputProblem("Email", "电子邮箱的写法不对，应像 name@example.cn。"));
        }

        if (filing.Delivery == DeliveryForm.Email && string.IsNullOrWhiteSpace(who.Email))
        {
            problems.Add(new InputProblem("Email", "您选择用电子邮件获取，请填写电子邮箱。"));
        }

        if (filing.Delivery == DeliveryForm.Paper && string.IsNullOrWhiteSpace(who.Address))
        {
            problems.Add(new InputProblem("Address", "您选择获取纸质件，请填写通信地址。"));
        }

        var corrects = filing.Matter == RequestMatter.RecordCorrection;
        Need(problems, "Subject", corrects ? "记录的名称" : "所需信息的名称", filing.Subject, LongestSubject);
        problems.AddRange(lacks.Where(l => l.Field == "Description"));
        Limit(problems, "Description", corrects ? "错在哪里、应当怎样" : "所需信息的描述", filing.Description, LongestDescription);
        foreach (var (field, name, value) in new[] { ("IdKind", "证件名称", who.IdKind), ("IdNumber", "证件号码", who.IdNumber), ("Telephone", "联系电话", who.Telephone), ("Email", "电子邮箱", who.Email), ("Address", "通信地址", who.Address), ("PostCode", "邮政编码", who.PostCode), ("Representative", "法定代表人", who.Representative), ("Agent", "代理人", who.Agent), ("Assistance", "需要的帮助", who.Assistance) })
        {
            Limit(problems, field, name, value, LongestLine);
        }

        if (filing.On > today)
        {
            problems.Add(new InputProblem("On", "收到的日子还没有到。请核对日期。"));
        }

        return problems;
    }

    /// <summary>缺了、写错了，但可以补正的：身份证明与内容描述（条例第二十九条、第三十条）。网上的当场说；纸件的先收下，再告知补正。</summary>
    /// <param name="who">申请人。</param>
    /// <param name="description">描述。</param>
    /// <param name="today">今天（中国）。</param>
    public static IReadOnlyList<InputProblem> Lacks(ApplicantDetails who, string description, DateOnly today)
    {
        List<InputProblem> lacks = [];
        Ask(lacks, "IdKind", "证件名称", who.IdKind);
        Ask(lacks, "IdNumber", "证件号码", who.IdNumber);
        CheckNumber(lacks, who, today);
        if (!who.IsPerson)
        {
            Ask(lacks, "Representative", "法定代表人或者负责人姓名", who.Representative);
        }

        Ask(lacks, "Description", "所需信息的描述", description);
        return lacks;
    }

    /// <summary>电话：只看像不像。手机、带区号的座机、分机、国际号码都认；位数太少的多半是抄漏了。</summary>
    /// <param name="problems">不像的，加在这里。</param>
    /// <param name="field">哪一项。</param>
    /// <param name="telephone">填的；空着的不看。</param>
    public static void CheckTelephone(ICollection<InputProblem> problems, string field, string telephone)
    {
        var digits = telephone.Count(char.IsDigit);
        if (telephone.Trim().Length > 0 && digits < LeastTelephoneDigits)
        {
            problems.Add(new InputProblem(field, "电话的写法不对，可能少了几位：手机是 11 位，座机请带区号，如 0990-1234567；分机写“转”。不想留电话的，请留空。"));
        }
    }

    private static void CheckNumber(List<InputProblem> problems, ApplicantDetails who, DateOnly today)
    {
        var number = Tidy(who.IdNumber);
        if (who.IdKind == IdentityKinds.ResidentCard && number.Length > 0 && !ResidentNumber.IsValid(number, today))
        {
            problems.Add(new InputProblem("IdNumber", "身份证号码不对：应为 18 位，最后一位是按前面各位算出的，抄错一位就对不上。请对照证件再核对一遍。"));
        }

        // 现实中有校验位不对的真实代码，所以单位的代码只看写法。
        if (who.IdKind == IdentityKinds.CreditCodeCertificate && number.Length > 0 && !CreditCode.IsWellFormed(number))
        {
            problems.Add(new InputProblem("IdNumber", "统一社会信用代码应为 18 位数字与大写字母（没有 I、O、S、V、Z），请再核对一遍。"));
        }
    }

    /// <summary>证件号码去掉空格、连字符，全角变半角，字母大写：照证件念着填的也认。</summary>
    public static string Tidy(string number) =>
        string.Concat(number.Where(c => !char.IsWhiteSpace(c) && c is not ('-' or '－')).Select(c => c is >= '！' and <= '～' ? (char)(c - FullWidth) : c)).ToUpperInvariant();

    private static void Ask(List<InputProblem> problems, string field, string name, string value)
    {
        if (string.IsNullOrWhiteSpace(value))
        {
            problems.Add(new InputProblem(field, $"请填写{name}。"));
        }
    }

    private static void Need(List<InputProblem> problems, string field, string name, string value, int longest = LongestLine)
    {
        if (string.IsNullOrWhiteSpace(value))
        {
            problems.Add(new InputProblem(field, $"请填写{name}。"));
        }
        else
        {
            Limit(problems, field, name, value, longest);
        }
    }

    private static void Limit(List<InputProblem> problems, string field, string name, string value, int longest)
    {
        if (value.Length > longest)
        {
            problems.Add(new InputProblem(field, $"{name}太长，最多 {longest} 字，现在有 {value.Length} 字。"));
        }
        else if (!PlainText.Holds(value))
        {
            problems.Add(new InputProblem(field, $"{name}里有不能显示的控制字符，请重新填写。"));
        }
    }

    private static bool LooksLikeEmail(string text)
    {
        var at = text.IndexOf('@', StringComparison.Ordinal);
        return at > 0 && at == text.LastIndexOf('@') && text.IndexOf('.', at) > at + 1 && !text.EndsWith('.') && !text.Any(char.IsWhiteSpace);
    }
}
