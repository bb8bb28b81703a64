{% autoescape off %}const VERSION = "{{ version }}";
const KEPT = [{% for address in kept %}"{{ address|escapejs }}"{% if not forloop.last %}, {% endif %}{% endfor %}];
{{ source }}{% endautoescape %}
