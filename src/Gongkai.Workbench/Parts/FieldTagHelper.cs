using System.Globalization;
using Gongkai.UseCases;
using Microsoft.AspNetCore.Mvc.Rendering;
using Microsoft.AspNetCore.Razor.TagHelpers;

namespace Gongkai.Workbench.Parts;

/// <summary>表单的一项：标签在上，说明与错误在标签下，读屏时一起读到。里面另有内容（如 select）时，用它代替输入框。</summary>
[HtmlTargetElement("wb-field", Attributes = "name,label")]
public sealed class FieldTagHelper : TagHelper
{
    /// <summary>表单里的名字，也是锚点。</summary>
    public required string Name { get; set; }

    /// <summary>标签。</summary>
    public required string Label { get; set; }

    /// <summary>说明；没有为 null。</summary>
    public string? Hint { get; set; }

    /// <summary>填过的。</summary>
    public string? Value { get; set; }

    /// <summary>输入框的种类。</summary>
    public string Type { get; set; } = "text";

    /// <summary>最多几个字；0 为不限。</summary>
    public int Maximum { get; set; }

    /// <summary>浏览器自动填写的提示。</summary>
    public string? Autocomplete { get; set; }

    /// <summary>数字键盘。</summary>
    public bool Digits { get; set; }

    /// <summary>必须填。</summary>
    public bool Required { get; set; }

    /// <summary>填错的各项。</summary>
    public IReadOnlyList<InputProblem> Problems { get; set; } = [];

    /// <inheritdoc/>
    public override async Task ProcessAsync(TagHelperContext context, TagHelperOutput output)
    {
        var problem = Problems.FirstOrDefault(p => p.Field == Name)?.Message;
        var inside = await output.GetChildContentAsync();
        output.TagName = "div";
        output.TagMode = TagMode.StartTagAndEndTag;
        output.Attributes.SetAttribute("class", "field");
        var label = new TagBuilder("label");
        label.AddCssClass("field__label--small");
        label.Attributes["for"] = Name;
        label.InnerHtml.Append(Label);
        output.Content.AppendHtml(label);
        List<string> described = [];
        Say(output, described, "hint", Hint);
        Say(output, described, "error", problem);
        if (!inside.IsEmptyOrWhiteSpace)
        {
            output.Content.AppendHtml(inside);
            return;
        }

        var input = new TagBuilder("input") { TagRenderMode = TagRenderMode.SelfClosing };
        (input.Attributes["id"], input.Attributes["name"], input.Attributes["type"]) = (Name, Name, Type);
        void Set(string key, string? value)
        {
            if (value is not null)
            {
                input.Attributes[key] = value;
            }
        }

        Set("value", Type == "password" ? null : Value);
        Set("maxlength", Maximum > 0 ? Maximum.ToString(CultureInfo.InvariantCulture) : null);
        Set("autocomplete", Autocomplete);
        Set("inputmode", Digits ? "numeric" : null);
        Set("required", Required ? "required" : null);
        Set("aria-invalid", problem is null ? null : "true");
        Set("aria-describedby", described.Count > 0 ? string.Join(' ', described) : null);
        output.Content.AppendHtml(input);
    }

    private void Say(TagHelperOutput output, List<string> described, string kind, string? text)
    {
        if (text is null)
        {
            return;
        }

        var said = new TagBuilder("p");
        said.AddCssClass($"field__{kind}");
        said.Attributes["id"] = $"{Name}-{kind}";
        said.InnerHtml.Append(text);
        described.Add($"{Name}-{kind}");
        output.Content.AppendHtml(said);
    }
}
