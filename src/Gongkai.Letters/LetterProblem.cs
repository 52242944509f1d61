namespace Gongkai.Letters;

/// <summary>文书出不了的一个原因。</summary>
/// <param name="Code">原因代码：template.element 模板缺必备要素；fact.missing 缺事实；fact.tooLong 过长；fact.outOfRange 不合法；law.date 成文日期没有适用的法律。</param>
/// <param name="Element">缺的要素或者事实的名称，如 补正事项。</param>
/// <param name="Message">给人看的一句话。</param>
public sealed record LetterProblem(string Code, string Element, string Message);
