namespace Gongkai.Letters.Templates;

/// <summary>必备要素清单（elements.json）：哪一项适用于哪种文书。</summary>
internal static class ElementCheck
{
    private static readonly string[] Parts = ["title", "number", "salutation", "enclosure"];

    /// <summary>这一项是否适用。</summary>
    public static bool Applies(ElementFile element, TemplateFile file) => Applies(element, file.Type, file.Form);

    /// <summary>这一项是否适用。</summary>
    public static bool Applies(ElementFile element, LetterType type, LetterForm form) =>
        element.For.Any(f => Covers(f, type, form)) && !element.Except.Any(f => Covers(f, type, form));

    /// <summary>清单自己的错：没有说要什么，或者名目不认得。</summary>
    public static IEnumerable<string> WhyNotElements(IReadOnlyList<ElementFile> elements)
    {
        foreach (var element in elements)
        {
            if (element is { Part: null, Fields.Count: 0, Words.Count: 0 } || (element.Part is not null && !Parts.Contains(element.Part)))
            {
                yield return $"必备要素「{element.Name}」没有说要什么。";
            }

            foreach (var name in element.Fields.Append(element.When).OfType<string>().Where(n => !LetterFields.Exists(n)))
            {
                yield return $"必备要素「{element.Name}」提到的事实「{name}」不存在。";
            }

            foreach (var name in element.For.Concat(element.Except).Where(n => n is not ("all" or "official" or "reply") && TypeNamed(n) is null))
            {
                yield return $"必备要素「{element.Name}」提到的文书「{name}」不存在。";
            }
        }
    }

    private static bool Covers(string name, LetterType type, LetterForm form) => name switch
    {
        "all" => true,
        "official" => form is LetterForm.Official,
        "reply" => type >= LetterType.ReplyAlreadyPublished,
        _ => TypeNamed(name) == type,
    };

    private static LetterType? TypeNamed(string name) =>
        name.Length > 0 && char.IsAsciiLetterLower(name[0]) && Enum.TryParse<LetterType>(name, ignoreCase: true, out var type) ? type : null;
}
