# Run inside this folder: gnuplot weights.gp
# Saddlery 0.1.0
# model: logistic regression on features of 1 and 0.3 times the label; tanh networks
# seed: 1
# convention: loss: mean of ln(1 + exp(-z)), z = label times output; dw/dt = -∇loss from w = 0
reset
set encoding utf8
set minussign
set datafile separator ','
set datafile commentschars '#'
set datafile columnheaders
set bmargin at screen 0.32
set tmargin at screen 0.93
set rmargin at screen 0.965
set border 3 lw 0.8 lc rgb '#222222'
set tics out nomirror scale 0.6 font ',11.0'
set grid back lt 1 lw 0.4 lc rgb '#E4E4E4'
set errorbars 0

set label 'A weak feature is learnt eight times less beside a strong one' at graph 0.5, screen 0.965 center font ',13.0'
set label 'time t' at graph 0.5, screen 0.2275 center font ',12.0'
set ylabel 'weight of the feature' font ',12.0'
set logscale x
set format x '10^{%T}'
set xrange [0.9:2300.0]
set yrange [-0.5:18.0]

set label 'gradient flow of logistic regression from w = 0, features 1 (strong) and 0.3 (weak) times the label' at screen 0.02, 0.04875 left noenhanced font ',8.0' textcolor rgb '#444444'
set label 'lines: z + e^z = 1 + |a|²t, w = az/|a|²; marks: the flow, as integrated' at screen 0.02, 0.02125 left noenhanced font ',8.0' textcolor rgb '#444444'

unset key
set arrow from screen 0.16873, 0.17875 to screen 0.21207, 0.17875 nohead lw 2.2 lc rgb '#D55E00'
set label 'weak, alone' at screen 0.22373, 0.17875 left font ',10.5'
set arrow from screen 0.50833, 0.17875 to screen 0.55167, 0.17875 nohead lw 2.2 lc rgb '#000000'
set label 'strong' at screen 0.56333, 0.17875 left font ',10.5'
set arrow from screen 0.16873, 0.14125 to screen 0.21207, 0.14125 nohead dt (8,5) lw 2.21 lc rgb '#0072B2'
set label 'weak, beside the strong one' at screen 0.22373, 0.14125 left font ',10.5'
set arrow from screen 0.50833, 0.14125 to screen 0.55167, 0.14125 nohead lw 2.2 lc rgb '#000000'
set label 'exact' at screen 0.56333, 0.14125 left font ',10.5'
set label '' at screen 0.1904, 0.10375 point pt 7 ps 0.6 lw 1.2 lc rgb '#000000'
set label 'flow' at screen 0.22373, 0.10375 left font ',10.5'

set terminal svg size 600,400.0 dynamic enhanced font 'Arial,12' background '#FFFFFF'
set output 'weights.svg'
plot \
  'weights.csv' using 1:2 with lines lw 2.2 lc rgb '#D55E00' notitle, \
  'weights.csv' using 3:4 with points pt 7 ps 0.6 lw 1.2 lc rgb '#D55E00' notitle, \
  'weights.csv' using 5:6 with lines lw 2.2 lc rgb '#000000' notitle, \
  'weights.csv' using 7:8 with points pt 7 ps 0.6 lw 1.2 lc rgb '#000000' notitle, \
  'weights.csv' using 9:10 with lines dt (8,5) lw 2.2 lc rgb '#0072B2' notitle, \
  'weights.csv' using 11:12 with points pt 7 ps 0.6 lw 1.2 lc rgb '#0072B2' notitle

set terminal pdfcairo size 18cm,12.0cm enhanced font 'Arial,12' \
  fontscale 0.64 linewidth 1.7 pointscale 1.15
set output 'weights.pdf'
replot

set terminal pngcairo size 1200,800.0 enhanced font 'Arial,12' \
  fontscale 1.5 linewidth 2 pointscale 2.7
set output 'weights.png'
replot
unset output
