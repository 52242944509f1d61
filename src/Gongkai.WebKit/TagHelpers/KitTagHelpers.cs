using Microsoft.AspNetCore.Razor.TagHelpers;

namespace Gongkai.WebKit.TagHelpers;

/// <summary>图标，取自布局里的一张图标集；只是装饰，旁边总有文字。</summary>
[HtmlTargetElement("kit-icon", TagStructure = TagStructure.WithoutEndTag)]
public sealed class IconTagHelper : TagHelper
{
    /// <summary>图标名，如 <c>check</c>。</summary>
    public required string Name { get; set; }

    /// <inheritdoc/>
    public override void Process(TagHelperContext context, TagHelperOutput output)
    {
        output.TagName = "svg";
        output.TagMode = TagMode.StartTagAndEndTag;
        output.Attributes.SetAttribute("class", "icon");
        output.Attributes.SetAttribute("aria-hidden", "true");
        output.Attributes.SetAttribute("focusable", "false");
        output.Content.SetHtmlContent($"<use href=\"#i-{System.Net.WebUtility.HtmlEncode(Name)}\"></use>");
    }
}

/// <summary>标记：图标加文字，如「✕ 3 处错误」。</summary>
[HtmlTargetElement("kit-badge")]
public sealed class BadgeTagHelper : TagHelper
{
    /// <summary>语气：颜色与图标。</summary>
    public required Tone Tone { get; set; }

    /// <inheritdoc/>
    public override void Process(TagHelperContext context, TagHelperOutput output)
    {
        output.TagName = "span";
        output.Attributes.SetAttribute("class", $"badge tone-{Tone.Css}");
        output.PreContent.SetHtmlContent($"<svg class=\"icon\" aria-hidden=\"true\" focusable=\"false\"><use href=\"#i-{Tone.Icon}\"></use></svg>");
    }
}
