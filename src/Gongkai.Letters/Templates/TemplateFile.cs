using System.Text.Json;
using System.Text.Json.Serialization;

namespace Gongkai.Letters.Templates;

/// <summary>data/letters 里一份模板文件的样子。</summary>
internal sealed record TemplateFile
{
    public static readonly JsonSerializerOptions Options = new(JsonSerializerDefaults.Web)
    {
        UnmappedMemberHandling = JsonUnmappedMemberHandling.Disallow,
        ReadCommentHandling = JsonCommentHandling.Skip,
        Converters = { new JsonStringEnumConverter(JsonNamingPolicy.CamelCase, allowIntegerValues: false) },
    };

    /// <summary>种类。</summary>
    public required LetterType Type { get; init; }

    /// <summary>中文名称，各不相同。</summary>
    public required string Name { get; init; }

    /// <summary>标题。</summary>
    public required string Title { get; init; }

    /// <summary>文号的类型字；不写的不编号。</summary>
    public string TypeWord { get; init; } = "";

    /// <summary>法律依据，供文档和页面列出。</summary>
    public required IReadOnlyList<string> Basis { get; init; }

    /// <summary>版式。</summary>
    public LetterForm Form { get; init; }

    /// <summary>处理决定小类的代码（G1…O3），只有答复有。</summary>
    public string? Outcome { get; init; }

    /// <summary>给经办人的提示，不进文书。</summary>
    public string? Note { get; init; }

    /// <summary>主送。</summary>
    public string? Salutation { get; init; }

    /// <summary>共用的框架：开头与结尾各段，见 frames.json。</summary>
    public string? Frame { get; init; }

    /// <summary>自己的各段和表。</summary>
    public required IReadOnlyList<BlockFile> Blocks { get; init; }

    /// <summary>随文的一页。</summary>
    public EnclosureFile? Enclosure { get; init; }
}

/// <summary>一段或者一张表。</summary>
internal sealed record BlockFile
{
    /// <summary>段的作用。</summary>
    public LetterRole Role { get; init; } = LetterRole.Decision;

    /// <summary>段的文字。</summary>
    public string? Text { get; init; }

    /// <summary>有这项事实才写。</summary>
    public string? When { get; init; }

    /// <summary>没有这项事实才写。</summary>
    public string? Unless { get; init; }

    /// <summary>表的列宽，毫米。</summary>
    public IReadOnlyList<int>? Columns { get; init; }

    /// <summary>表的各行。</summary>
    public IReadOnlyList<RowFile>? Rows { get; init; }
}

/// <summary>表的一行。</summary>
internal sealed record RowFile
{
    /// <summary>最小高度，毫米。</summary>
    public int Height { get; init; } = 12;

    /// <summary>各格：以 # 起头的是栏名；「文字|3」跨三列。</summary>
    public required IReadOnlyList<string> Cells { get; init; }

    /// <summary>按检索记录逐条重复。</summary>
    public bool PerSearch { get; init; }
}

/// <summary>随文的一页。</summary>
internal sealed record EnclosureFile
{
    public required string Title { get; init; }

    public string? Salutation { get; init; }

    public required IReadOnlyList<BlockFile> Blocks { get; init; }
}

/// <summary>frames.json：几种文书共用的开头与结尾。</summary>
internal sealed record FrameFile
{
    public required string Name { get; init; }

    public required IReadOnlyList<BlockFile> Before { get; init; }

    public required IReadOnlyList<BlockFile> After { get; init; }
}

/// <summary>elements.json 的一项：哪些文书必须有什么。</summary>
internal sealed record ElementFile
{
    public required string Name { get; init; }

    public required string Basis { get; init; }

    /// <summary>适用的文书：种类名，或者 all、official、reply。</summary>
    public required IReadOnlyList<string> For { get; init; }

    /// <summary>不适用的文书。</summary>
    public IReadOnlyList<string> Except { get; init; } = [];

    /// <summary>必须同在一段（表格为全表）里的事实。</summary>
    public IReadOnlyList<string> Fields { get; init; } = [];

    /// <summary>该段还要有其中一个词。</summary>
    public IReadOnlyList<string> Words { get; init; } = [];

    /// <summary>有这项事实时才必须。</summary>
    public string? When { get; init; }

    /// <summary>不在段里的要素：title、number、salutation、enclosure。</summary>
    public string? Part { get; init; }
}
