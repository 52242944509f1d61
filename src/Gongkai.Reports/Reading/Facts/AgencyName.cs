namespace Gongkai.Reports.Reading.Facts;

/// <summary>看一串字像不像机关名称。</summary>
internal static class AgencyName
{
    /// <summary>最长的名称有几个字。</summary>
    public const int Longest = 40;

    private const string LastLetters = "局厅委办室部署司院校学园心站所馆社队团行处道镇乡木县区市旗州盟省府会地台场组科库厂航关联协";
    private const string PlaceLetters = "省市县区旗州盟乡镇";

    // A name that says nobody's name, or that is part of a sentence.
    private static readonly string[] NotNames =
    [
        "本机关", "本单位", "本局", "我局", "本部门", "我单位", "本办", "本中心", "我中心", "本镇", "我镇", "本街道", "本乡", "本区", "本县", "本市", "全县", "全市", "全区", "全省",
        "中华人民共和国政府", "信息公开", "政务公开", "年度", "历年", "当前位置", "首页", "主办", "承办", "版权", "联系", "地址", "附件", "格式", "根据", "按照", "现将", "有关", "各", "该",
        "网站地图", "所在", "政府公报", "工作动态", "下载", "打印", "关闭", "机构职能", "依申请", "无障碍", "我的位置",
    ];

    private static readonly string[] Leaders =
    [
        "关于印发", "关于公布", "关于发布", "关于", "现公布", "现发布", "公布", "发布", "编制", "现将", "由", "是", "与", "的", "标题", "题目", "名称", "附件", "来源", "我局", "当前位置", "首页",
    ];

    private static readonly string[] Trailers = ["关于", "编制的", "编制", "发布的", "发布", "公布", "的", "年度", "年", "度", "上", "开展", "本级", "按年度"];

    // Offices inside an agency; “外事办公室” and the like are agencies of their own.
    private static readonly string[] InnerOffices =
        ["办公室", "办", "党政办公室", "党政办", "综合办公室", "综合办", "党政综合办公室", "党政综合办", "行政办公室", "党建办公室", "机关办公室", "秘书处", "综合处", "秘书室"];

    /// <summary>去掉名称前后的虚字。</summary>
    public static ReadOnlySpan<char> Strip(ReadOnlySpan<char> name)
    {
        for (var changed = true; changed && !name.IsEmpty;)
        {
            var length = name.Length;
            foreach (var word in Leaders)
            {
                name = name.StartsWith(word) && name.Length > word.Length ? name[word.Length..] : name;
            }

            foreach (var word in Trailers)
            {
                name = name.EndsWith(word) ? name[..^word.Length] : name;
            }

            changed = name.Length != length;
        }

        return name;
    }

    /// <summary>像机关名称；<paramref name="name"/> 已折叠，没有空白与标点（括号除外）。</summary>
    public static bool IsLikely(ReadOnlySpan<char> name)
    {
        if (name.Length is < 2 or > Longest)
        {
            return false;
        }

        var body = WithoutBrackets(name);
        if (body.Length < 2 || !LastLetters.Contains(body[^1], StringComparison.Ordinal))
        {
            return false;
        }

        var han = 0;
        foreach (var c in body)
        {
            han += Glyphs.IsHan(c) ? 1 : 0;
        }

        if (han < 2 || han * 2 < body.Length)
        {
            return false;
        }

        foreach (var word in NotNames)
        {
            if (name.IndexOf(word) >= 0)
            {
                return false;
            }
        }

        return true;
    }

    /// <summary>可能是同一机关的两种叫法：一个是另一个的简称（「区商务局」），或是另一个的内设机构。</summary>
    public static bool AreCompatible(ReadOnlySpan<char> a, ReadOnlySpan<char> b) =>
        a.StartsWith(b) || a.EndsWith(b) || b.StartsWith(a) || b.EndsWith(a);

    /// <summary><paramref name="name"/> 是 <paramref name="agency"/> 的内设机构：「某局办公室」之于「某局」。</summary>
    public static bool IsOfficeOf(ReadOnlySpan<char> name, ReadOnlySpan<char> agency)
    {
        if (name.Length <= agency.Length || IsPlace(agency) || !name.StartsWith(agency))
        {
            return false;
        }

        var office = name[agency.Length..];
        if (office[^1] is '科' or '股')
        {
            return true;
        }

        foreach (var word in InnerOffices)
        {
            if (office.SequenceEqual(word))
            {
                return true;
            }
        }

        return false;
    }

    /// <summary>像地名：「清溪县」可放在「应急管理局」之前。</summary>
    public static bool IsPlace(ReadOnlySpan<char> name) =>
        name.Length is >= 2 and <= 9 && PlaceLetters.Contains(name[^1], StringComparison.Ordinal) && IsLikely(name);

    /// <summary>去掉末尾括号里的附注，如「（本级）」。</summary>
    public static ReadOnlySpan<char> WithoutBrackets(ReadOnlySpan<char> name)
    {
        if (!name.IsEmpty && HanFold.Fold(name[^1]) == ')' && name.LastIndexOfAny('(', '（') is > 0 and var open)
        {
            return name[..open];
        }

        return name;
    }
}
