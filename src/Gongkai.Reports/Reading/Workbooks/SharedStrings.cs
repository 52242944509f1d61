using System.Xml;

namespace Gongkai.Reports.Reading.Workbooks;

/// <summary>工作簿共用的文字，各格以序号引用。</summary>
internal sealed class SharedStrings
{
    private readonly List<string> _strings = [];

    /// <summary>读 sharedStrings.xml。</summary>
    public static SharedStrings Read(XmlReader reader)
    {
        var found = new SharedStrings();
        while (reader.Read())
        {
            if (reader.Depth > ReadLimits.XmlDepth)
            {
                throw new ReadLimitException("The shared strings nest too deeply.");
            }

            if (reader.NodeType == XmlNodeType.Element && reader.LocalName == "si")
            {
                found._strings.Add(RichText.Read(reader));
            }
        }

        return found;
    }

    /// <summary>某个序号的文字；没有这个序号时为空串。</summary>
    public string this[int index] => index >= 0 && index < _strings.Count ? _strings[index] : "";
}
