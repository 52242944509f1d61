namespace Gongkai.Letters.Templates;

/// <summary>一种文书的一项必备要素。</summary>
/// <param name="Name">名称，如 拒绝补正后果。</param>
/// <param name="Basis">依据。</param>
/// <param name="When">有这项事实时才必须；空为总是必须。</param>
public sealed record MandatoryElement(string Name, string Basis, string? When);
