using System.Buffers;
using Gongkai.Core.Reports;
using Gongkai.Reports.Reading.Narrative;

namespace Gongkai.Reports.Checking.Words;

/// <summary>正文里私人的号码与住址。单位自己的联系电话、证照编号、文号不算。</summary>
internal static class PersonalData
{
    private const int MostRuns = 20_000;
    private const int Longest = 19;
    private const int LabelReach = 14;

    // What a long number is when this stands right before it.
    private static readonly SearchValues<string> Labels = Wording.Any(
        "编号", "编码", "代码", "索引号", "文号", "单号", "订单", "流水", "序号", "受理号", "登记号", "案号", "许可证", "备案号", "信用代码", "项目", "招标", "采购", "批次", "条形码", "证书号", "执照", "QQ", "群号", "标识码", "工单", "合同");

    // Somebody who came to the office: his number is his own, whatever stands between.
    private static readonly SearchValues<string> Persons = Wording.Any(
        "申请人", "当事人", "投诉人", "举报人", "信访人", "来信人", "来访人", "户主", "先生", "女士", "身份证", "住址", "家住", "患者", "姓名", "某某", "监护人", "受助", "补贴对象", "补助对象", "救助对象", "低保对象", "户名", "获得者", "领取人", "被处罚人", "原告");

    // The same of many: only when no telephone of the office comes between.
    private static readonly SearchValues<string> People = Wording.Any("村民", "居民", "市民", "本人", "亲属", "学生", "家长", "业主", "住户", "老人", "农户", "贫困户", "经营者", "网友", "群众");

    private static readonly SearchValues<string> Inviting = Wording.Any("拨打", "致电", "可联系", "请联系", "请与", "咨询电话", "监督电话", "值班", "热线", "服务电话", "举报电话", "投诉电话", "办公电话", "受理电话", "如有疑问", "工作时间");

    private static readonly SearchValues<string> OfficeLine = Wording.Any("咨询", "热线", "监督", "办公", "服务", "联系人", "欢迎", "方便", "可通过", "公布", "公开");

    private static readonly SearchValues<string> Office = Wording.Any("联系电话", "电话", "手机", "热线", "传真", "咨询", "监督电话", "值班", "请联系", "请与", "办公", "服务", "联系人", "邮编", "疑问");

    private static readonly SearchValues<string> Account = Wording.Any("银行卡", "卡号", "账号", "帐号", "账户", "帐户", "一卡通", "开户行");

    private static readonly SearchValues<string> Card = Wording.Any("银行卡", "卡号");

    private static readonly SearchValues<string> PublicAccount = Wording.Any("财政", "国库", "专户", "局", "公司", "非税", "缴款", "中心", "政府", "委员会", "办事处", "对公");

    private static readonly SearchValues<string> Roles = Wording.Any("申请人", "当事人", "投诉人", "举报人", "信访人", "村民", "居民", "户主", "市民", "低保对象", "补助对象");

    public static void Check(Rule rule, CheckContext context)
    {
        List<(int At, Severity Severity, string What)>? found = null;
        FindNumbers(context, ref found);
        FindAddresses(context.Text, ref found);
        if (found is null)
        {
            return;
        }

        found.Sort((one, other) => one.At.CompareTo(other.At));
        foreach (var severity in (ReadOnlySpan<Severity>)[Severity.Critical, Severity.Warning])
        {
            Find(rule, context, found.FindAll(f => f.Severity == severity), severity);
        }
    }

    private static void Find(Rule rule, CheckContext context, List<(int At, Severity Severity, string What)> found, Severity severity)
    {
        if (found.Count == 0)
        {
            return;
        }

        List<Quote> quotes = [];
        List<string> kinds = [];
        var last = -1;
        foreach (var (at, _, what) in found)
        {
            var sentence = context.Text.SentenceAt(at);
            if (sentence != last && quotes.Count < Wording.MostQuotes)
            {
                var quote = Wording.Quote(context.Text, at);
                quotes.Add(quote with { Text = PersonalNumber.Masked(quote.Text) });
            }

            last = sentence;
            if (!kinds.Contains(what))
            {
                kinds.Add(what);
            }
        }

        var where = Wording.SectionName(context.Text.SectionAt(found[0].At));
        var said = string.Join("、", kinds);
        context.Find(
            rule,
            severity is Severity.Critical
                ? $"{where}印出了私人的{said}（这里已遮去中间几位）。请立即撤下或遮去；已经发布的，还要清理网页快照和附件。"
                : $"{where}有一串数字像是{said}（这里已遮去中间几位），看不出是谁的。请核实：是私人的，请删去；是单位的联系方式，请写明。",
            quotes: quotes,
            severity: severity);
    }

    private static void FindNumbers(CheckContext context, ref List<(int, Severity, string)>? found)
    {
        var text = context.Text;
        var letters = text.Letters;
        Span<char> number = stackalloc char[Longest + 1];
        var runs = 0;
        for (var at = letters.AsSpan().IndexOfAnyInRange('0', '9'); at >= 0 && runs < MostRuns; runs++)
        {
            var end = Read(letters, at, number, out var count);
            if (count is >= 11 and <= Longest && Judge(context, letters, at, end, number[..count]) is { } one)
            {
                (found ??= []).Add((at, one.Severity, one.What));
            }

            var next = letters.AsSpan(end).IndexOfAnyInRange('0', '9');
            at = next < 0 ? -1 : end + next;
        }
    }

    // A run of digits; single hyphens within are left out (138-1234-5678), an X at the end is taken in.
    private static int Read(string letters, int at, Span<char> number, out int count)
    {
        count = 0;
        var i = at;
        for (; i < letters.Length; i++)
        {
            if (char.IsAsciiDigit(letters[i]))
            {
                if (count < number.Length)
                {
                    number[count] = letters[i];
                }

                count++;
            }
            else if (!(letters[i] == '-' && count is 3 or 7 or 6 or 14 && letters[at] is not '0' && i + 1 < letters.Length && char.IsAsciiDigit(letters[i + 1])))
            {
                break;
            }
        }

        if (count == 17 && i < letters.Length && letters[i] is 'X' or 'x')
        {
            number[count++] = 'X';
            i++;
        }

        return i;
    }

    private static (Severity Severity, string What)? Judge(CheckContext context, string letters, int at, int end, ReadOnlySpan<char> number)
    {
        var before = at > 0 ? letters[at - 1] : '\n';
        var after = end < letters.Length ? letters[end] : '\n';
        if (char.IsAsciiLetter(before) || char.IsAsciiLetter(after) || after is '*' or '×' || before is '.' or '*' or '×' or '/' or '_' || (after == '.' && end + 1 < letters.Length && char.IsAsciiLetterOrDigit(letters[end + 1])))
        {
            return null;
        }

        if (number.Length == 13 && number.StartsWith("86"))
        {
            number = number[2..];
        }

        var text = context.Text;
        if (Wording.HasAny(Wording.Before(text, at, LabelReach), Labels))
        {
            return null;
        }

        if (PersonalNumber.IsIdentity(number, (context.Report.Year ?? 2098) + 1))
        {
            return (Severity.Critical, "身份证号码");
        }

        var around = Wording.Around(text, at, 60, 30);
        if (PersonalNumber.IsMobile(number))
        {
            var said = Wording.Before(text, at, 40);
            return Wording.HasAny(said, Inviting) ? null
                : Wording.HasAny(said, Persons) || (Wording.HasAny(said, People) && !Wording.HasAny(said, OfficeLine)) ? (Severity.Critical, "手机号码")
                : Wording.HasAny(around, Office) || IsContact(text, at) ? null
                : (Severity.Warning, "手机号码");
        }

        if (number.Length == 18 && Wording.Before(text, at, 10).IndexOf("身份证") >= 0)
        {
            return (Severity.Warning, "身份证号码");
        }

        if (number.Length is >= 16 and <= 19 && number.StartsWith("62") && Wording.HasAny(Wording.Before(text, at, 8), Card) && (Wording.HasAny(Wording.Before(text, at, 60), People) || Wording.HasAny(Wording.Before(text, at, 60), Persons)))
        {
            return (Severity.Critical, "银行卡号");
        }

        return PersonalNumber.IsBankCard(number) && Wording.HasAny(Wording.Before(text, at, 24), Account) && !Wording.HasAny(Wording.Before(text, at, 60), PublicAccount)
            ? (Severity.Critical, "银行卡号")
            : null;
    }

    // The sentence before may have said whose it is: “办公室联系方式如下。138…”.
    private static bool IsContact(NarrativeText text, int at)
    {
        var paragraph = text.ParagraphSpan[text.SentenceSpan[text.SentenceAt(at)].Paragraph];
        return Wording.HasAny(text.Letters.AsSpan(paragraph.Start, Math.Min(at, paragraph.End) - paragraph.Start) is { Length: > 200 } head ? head[^200..] : text.Letters.AsSpan(paragraph.Start, at - paragraph.Start), Office);
    }

    // “申请人李建国（住清溪县文昌路18号3单元502室）”: a role, a full name, where he lives.
    private static void FindAddresses(NarrativeText text, ref List<(int, Severity, string)>? found)
    {
        var letters = text.Letters.AsSpan();
        var looked = 0;
        for (var at = letters.IndexOf('住'); at >= 0 && looked < MostRuns / 10; looked++)
        {
            if (IsDwelling(text, at))
            {
                (found ??= []).Add((at, Severity.Critical, "姓名和住址"));
            }

            var next = letters[(at + 1)..].IndexOf('住');
            at = next < 0 ? -1 : at + 1 + next;
        }
    }

    private static bool IsDwelling(NarrativeText text, int at)
    {
        var after = Wording.After(text, at, 40);
        var number = after.IndexOfAny("号室栋组");
        if (number < 3 || !char.IsAsciiDigit(after[number - 1]))
        {
            return false;
        }

        var before = Wording.Before(text, at, 24);
        before = before.TrimEnd("(,:、家庭现");
        return before.Length >= 4 && Wording.HasAny(before, Roles) && EndsWithName(before);
    }

    // Two or three letters after the role, the first a surname; 某 masks it.
    private static bool EndsWithName(ReadOnlySpan<char> before)
    {
        for (var length = 2; length <= 3 && length < before.Length; length++)
        {
            var name = before[^length..];
            if (Surnames.Contains(name[0]) && name.IndexOf('某') < 0 && name.IndexOfAny('*', '×') < 0 && Wording.EndsWithAny(before[..^length].TrimEnd(":"), ["申请人", "当事人", "投诉人", "举报人", "信访人", "村民", "居民", "户主", "市民", "对象"]))
            {
                return true;
            }
        }

        return false;
    }

    private static readonly SearchValues<char> Surnames = SearchValues.Create(
        "王李张刘陈杨赵黄周吴徐孙胡朱高林何郭马罗梁宋郑谢韩唐冯于董萧程曹袁邓许傅沈曾彭吕苏卢蒋蔡贾丁魏薛叶阎余潘杜戴夏钟汪田任姜范方石姚谭廖邹熊金陆郝孔白崔康毛邱秦江史顾侯邵孟龙万段雷钱汤尹黎易常武乔贺赖龚文庞樊兰殷施陶洪翟安颜倪严牛温芦季俞章鲁葛伍韦申尤毕聂丛焦向柳邢岳齐梅莫庄辛管祝左涂谷祁时舒耿牟卜路詹关苗凌费纪靳盛童欧甄项曲成游阳裴席卫查屈鲍位覃霍翁隋植甘景薄单包司柏宁柯阮桂闵解强丘华车冉房边辜吉饶刁瞿戚");
}
