using System.Text.Json;
using Gongkai.Storage.Rows;

namespace Gongkai.UseCases.Agencies;

/// <summary>公开指南里由机关自己写的几项（条例第十二条），存在机关的设置里；没有写的为空。</summary>
/// <param name="Classification">政府信息的分类。</param>
/// <param name="Arrangement">编排体系。</param>
/// <param name="Catalogue">已主动公开的信息目录在哪里：机关网站上的网址。</param>
public sealed record AgencyGuide(string Classification, string Arrangement, string Catalogue)
{
    /// <summary>一个机关的。</summary>
    public static AgencyGuide Of(AgencyRow agency)
    {
        using var settings = JsonDocument.Parse(string.IsNullOrWhiteSpace(agency.Settings) ? "{}" : agency.Settings);
        string Text(string key) => settings.RootElement.TryGetProperty(key, out var value) && value.ValueKind == JsonValueKind.String ? value.GetString()! : "";
        var url = Text("catalogueUrl");
        return new AgencyGuide(Text("classification"), Text("arrangement"), Uri.TryCreate(url, UriKind.Absolute, out var uri) && uri.Scheme is "http" or "https" ? url : "");
    }
}
